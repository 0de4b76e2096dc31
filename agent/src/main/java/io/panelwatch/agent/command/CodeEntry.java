package io.panelwatch.agent.command;

import io.panelwatch.agent.service.TechnicianCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * A personal code as somebody enters it: at the terminal, or from a file where a program does. It
 * is never on the command line, which every process of the machine can read.
 *
 * @param terminal of who enters it
 * @param file what is read instead
 * @param words what is asked and said
 */
record CodeEntry(Terminal terminal, Optional<Path> file, ResourceBundle words) {

  /** A code and a line end; longer than any code. */
  private static final int MAX_CHARS = 64;

  /**
   * Asks for a code.
   *
   * @param question which one
   * @return 6 to 12 digits, which whoever asked overwrites after use
   * @throws CommandException when there is nobody to ask, or that is no code
   */
  char[] code(String question) throws IOException, CommandException {
    char[] code = file.isPresent() ? firstLine(file.get()) : asked(question);
    if (!TechnicianCode.isWellFormed(CharBuffer.wrap(code))) {
      Arrays.fill(code, ' ');
      throw refusal("code.digits");
    }
    return code;
  }

  /** Asks for a new code, at the terminal twice. */
  char[] newCode() throws IOException, CommandException {
    char[] code = code("code.new");
    if (file.isEmpty()) {
      char[] again = asked("code.again");
      boolean same = Arrays.equals(code, again);
      Arrays.fill(again, ' ');
      if (!same) {
        Arrays.fill(code, ' ');
        throw refusal("code.differs");
      }
    }
    return code;
  }

  private char[] asked(String question) throws CommandException {
    return terminal.secret(words.getString(question)).orElseThrow(() -> refusal("code.nobody"));
  }

  private CommandException refusal(String key) {
    return new CommandException(ExitStatus.USAGE, words.getString(key));
  }

  private static char[] firstLine(Path file) throws IOException {
    var read = CharBuffer.allocate(MAX_CHARS);
    try (Reader in = Files.newBufferedReader(file)) {
      while (read.hasRemaining() && in.read(read) >= 0) {
        // Until the end of the file, or of what can be a code.
      }
    }
    int length = 0;
    while (length < read.position() && read.get(length) >= ' ') {
      length++;
    }
    char[] line = Arrays.copyOf(read.array(), length);
    Arrays.fill(read.array(), ' ');
    return line;
  }
}
