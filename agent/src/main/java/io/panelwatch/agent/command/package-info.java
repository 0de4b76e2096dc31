/**
 * The command line: {@code panelwatch COMMAND}.
 *
 * <p>{@link io.panelwatch.agent.command.CommandLineTool} finds the one command that was asked for
 * and loads only that; the commands that another module brings come through {@link
 * io.panelwatch.agent.command.Subcommand}. A command either returns an {@link
 * io.panelwatch.agent.command.ExitStatus} or throws; what is thrown becomes one sentence on
 * standard error and the exit status that belongs to its type.
 */
@NullMarked
package io.panelwatch.agent.command;

import org.jspecify.annotations.NullMarked;
