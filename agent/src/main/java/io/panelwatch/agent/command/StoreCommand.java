package io.panelwatch.agent.command;

import io.panelwatch.agent.control.OutcomeUnknownException;
import io.panelwatch.agent.control.RestoredJson;
import io.panelwatch.agent.store.BackupUnderWayException;
import io.panelwatch.agent.store.Restored;
import io.panelwatch.agent.store.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code store}: the fault memory as a file that is saved, checked and put back. */
@Command(
    name = "store",
    description = {
      "Save the fault memory, check it, put it back; running agent or not.",
      "The small files beside it, of counters and running hours, are no part of it."
    },
    footer = {
      "",
      "Examples:",
      "  panelwatch store verify                     is the fault memory sound?",
      "  panelwatch store backup /media/usb/k7.db    save it while the agent runs",
      "  panelwatch store verify /media/usb/k7.db    is what was saved sound?",
      "  panelwatch store restore /media/usb/k7.db   put it back, and keep what is there"
    })
final class StoreCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private MemoryOptions options = new MemoryOptions();

  StoreCommand() {
    this(Terminal.ofThisProcess());
  }

  StoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandException {
    throw new CommandException(ExitStatus.USAGE, words().say("one.more"));
  }

  /** {@code store verify [FILE]}: is it sound? */
  @Command(
      name = "verify",
      description = {
        "Look through a fault memory, or a backup, from one end to the other. Exit 1 where",
        "something of it is wrong."
      })
  Integer verify(
      @Parameters(
              arity = "0..1",
              paramLabel = "FILE",
              description = "A backup. Default: the agent's own.")
          Optional<Path> file)
      throws IOException, CommandException {
    Verification found = files().verify(file);
    text().tell(found);
    return (found.ok() ? ExitStatus.OK : ExitStatus.FOUND).code();
  }

  /** {@code store backup FILE}: a copy of it as of now. */
  @Command(
      name = "backup",
      description = {
        "Copy the fault memory as it is now into a file, for its owner alone. The agent goes on.",
        "The copy is looked through before it takes its name."
      })
  Integer backup(
      @Parameters(paramLabel = "FILE", description = "The copy.") Path file,
      @Option(names = "--yes", description = "Do not ask, also where FILE is there already.")
          boolean yes)
      throws IOException, CommandException {
    if (Files.isDirectory(file)) {
      throw new CommandException(ExitStatus.USAGE, words().say("backup.folder", file));
    }
    if (Files.exists(file) && !yes) {
      question().confirm(words().say("backup.there", file));
    }
    text().tellBackup(files().backup(file));
    return ExitStatus.OK.code();
  }

  /** {@code store restore FILE}: a backup takes the place of the fault memory. */
  @Command(
      name = "restore",
      description = {
        "Put a backup in the place of the fault memory. What is active now, what is put aside and",
        "what waits to be reported stay; the former fault memory is kept in a file beside it."
      })
  Integer restore(
      @Parameters(paramLabel = "FILE", description = "A backup.") Path file,
      @Option(names = "--yes", description = "Do not ask.") boolean yes)
      throws IOException, CommandException {
    MemoryFiles files = files();
    Verification backup = files.verify(Optional.of(file));
    if (!backup.ok()) {
      throw new CommandException(ExitStatus.FOUND, words().say("restore.unsound", file));
    }
    if (!yes) {
      question().confirm(text().askWhether(backup, files.folder()));
    }
    Restored restored = restored(files, file);
    PrintWriter out = spec.commandLine().getOut();
    if (options.json()) {
      out.println(RestoredJson.write(restored));
    } else {
      text().tell(restored);
    }
    return ExitStatus.OK.code();
  }

  private Restored restored(MemoryFiles files, Path file) throws IOException, CommandException {
    try {
      return files.restore(file);
    } catch (OutcomeUnknownException e) {
      throw new CommandException(
          ExitStatus.UNAVAILABLE, words().say("restore.unknown", files.folder()));
    } catch (BackupUnderWayException e) {
      throw new CommandException(
          ExitStatus.UNAVAILABLE, words().say("restore.another", files.folder()));
    }
  }

  private MemoryFiles files() {
    var progress = new ProgressLine(terminal, spec.commandLine().getErr(), words().say("copying"));
    return new MemoryFiles(options.memory(), progress);
  }

  private Question question() {
    return new Question(terminal, words().say("confirm.nobody"), words().say("confirm.not"));
  }

  private StoreText text() {
    return new StoreText(words(), spec.commandLine().getOut(), options.json());
  }

  private Words words() {
    return new Words("store", options.language());
  }
}
