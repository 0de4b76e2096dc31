package io.panelwatch.agent.command;

import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.service.TechnicianCode;
import io.panelwatch.agent.service.Technicians;
import io.panelwatch.agent.store.KeptFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code technician}: who may sign off a repair on this board. */
@Command(name = "technician", description = "Say who may sign off repairs on this board.")
final class TechnicianCommand implements Callable<Integer> {

  /** The group of root, in which no daemon is. */
  private static final Integer ROOT = 0;

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private RootCommand root = new RootCommand();

  TechnicianCommand() {
    this(Terminal.ofThisProcess());
  }

  TechnicianCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandException {
    throw new CommandException(ExitStatus.USAGE, "technician wants one more word: add NAME");
  }

  /** {@code technician add NAME}: gives a technician a personal code. */
  @Command(
      name = "add",
      description = {
        "Give a technician a personal code of 6 to 12 digits. It is asked for twice and never"
            + " shown;",
        "what is kept is a salted hash. Six digits do not stand up to somebody who has the file."
      })
  Integer add(
      @Parameters(paramLabel = "NAME", description = "Letters, digits, dots, dashes.") String name,
      @Option(
              names = "--file",
              paramLabel = "FILE",
              description = "Where it is kept. Default: /etc/panelwatch/technicians.")
          Optional<Path> file,
      @Option(
              names = "--code-file",
              paramLabel = "FILE",
              description = "Take the code from a file's first line instead of the terminal.")
          Optional<Path> codeFile,
      @Option(names = "--replace", description = "Give a new code to who has one.") boolean replace,
      @Option(
              names = "--lang",
              paramLabel = "LANG",
              description = "Language of the text: ${COMPLETION-CANDIDATES}.")
          Optional<Language> language)
      throws IOException, CommandException {
    ResourceBundle words =
        UserLanguage.words(
            "technician", language.orElseGet(() -> UserLanguage.of(root.environment())));
    Path kept = file.orElse(Technicians.USUAL_FILE);
    if (!Technicians.isName(name)) {
      throw refusal(words, "name");
    }
    Technicians before = technicians(kept);
    if (before.of(name).isPresent() && !replace) {
      throw refusal(words, "there", name);
    }
    char[] code = new CodeEntry(terminal, codeFile, words).newCode();
    try {
      write(before.with(name, TechnicianCode.of(code, new SecureRandom())), kept);
    } finally {
      Arrays.fill(code, ' ');
    }
    spec.commandLine().getOut().println(String.format(words.getString("added"), name, kept));
    if (ROOT.equals(Files.getAttribute(kept, "unix:gid"))) {
      spec.commandLine().getErr().println(String.format(words.getString("group"), kept));
    }
    return ExitStatus.OK.code();
  }

  private static CommandException refusal(ResourceBundle words, String key, Object... parts) {
    return new CommandException(ExitStatus.USAGE, String.format(words.getString(key), parts));
  }

  private static Technicians technicians(Path file) throws IOException {
    try {
      return Technicians.read(file);
    } catch (NoSuchFileException firstOfAll) {
      return Technicians.NONE;
    }
  }

  /**
   * The daemon reads the file as one of the folder's group. It is its owner's alone until it has
   * that group.
   */
  private static void write(Technicians technicians, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(String.valueOf(folder));
    }
    new KeptFile(file).write(String.join("\n", technicians.lines()) + "\n");
    GroupPrincipal group = posix(folder).readAttributes().group();
    if (!posix(file).readAttributes().group().equals(group)) {
      posix(file).setGroup(group);
    }
    posix(file).setPermissions(PosixFilePermissions.fromString("rw-r-----"));
  }

  private static PosixFileAttributeView posix(Path file) {
    return Files.getFileAttributeView(
        file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }
}
