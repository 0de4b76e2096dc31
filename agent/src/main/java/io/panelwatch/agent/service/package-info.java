/**
 * Who may sign off a repair on this board.
 *
 * <p>{@link io.panelwatch.agent.service.Technicians} is the file with a line for each of them, and
 * {@link io.panelwatch.agent.service.TechnicianCode} what is kept of a personal code. A code can be
 * entered by four buttons, so that it is six to twelve digits, and <em>six digits do not stand up
 * to somebody who has the file</em>: all of them are tried within days, however slow one try is
 * made. What protects them is that nobody but the file's owner and the daemon can read it.
 *
 * <p>Nothing here logs, and no code is ever in an exception.
 */
@NullMarked
package io.panelwatch.agent.service;

import org.jspecify.annotations.NullMarked;
