package io.panelwatch.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program in a terminal of a shell with job control, stopped by a key: script(1) and bash(1). */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoppedKeyTerminalTest {

  private static final char CTRL_Z = 26;

  private final StringBuilder shown = new StringBuilder();
  private Optional<Process> started = Optional.empty();
  private InputStream screen = InputStream.nullInputStream();
  private OutputStream keyboard = OutputStream.nullOutputStream();

  /** Reads keys until it is told to end: q. */
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) throws IOException {
      KeyTerminal keys = KeyTerminal.open(true);
      Runtime.getRuntime().addShutdownHook(new Thread(keys::close));
      keys.begin();
      System.out.println("begun:");
      while (true) {
        if (keys.await(Duration.ofMillis(100)) == KeyTerminal.Heard.KEY) {
          int key = keys.key();
          if (key == CTRL_Z) {
            keys.stop();
            System.out.println("goes on:");
          } else if (key == 'q' || key < 0) {
            return;
          }
        }
      }
    }
  }

  @BeforeEach
  void programIsStopped() throws IOException {
    for (String needed : List.of("/usr/bin/script", "/bin/bash", "/usr/bin/stty")) {
      assumeTrue(Files.isExecutable(Path.of(needed)), needed + " is not there");
    }
    Process shell =
        new ProcessBuilder("script", "-qec", "bash --norc --noprofile -i", "/dev/null")
            .redirectErrorStream(true)
            .start();
    started = Optional.of(shell);
    screen = shell.getInputStream();
    keyboard = shell.getOutputStream();
    type("PS1=; before=$(stty -g)\n" + program() + "\n");
    waitFor("begun:");
    type(String.valueOf(CTRL_Z));
    waitFor("Stopped");
  }

  @AfterEach
  void endTheShell() {
    started.stream().flatMap(Process::descendants).forEach(ProcessHandle::destroyForcibly);
    started.ifPresent(Process::destroyForcibly);
  }

  @Test
  void endsWhenItIsKilledBehindTheShell() throws IOException {
    type("kill %1; wait -f %1; echo status $?:\n");
    waitFor("status 143:");
    assertTerminalIsAsBefore();
  }

  @Test
  void hearsKeysAgainOnceItHasTheTerminal() throws IOException {
    type("fg\n");
    waitFor("goes on:");
    type("q");
    assertTerminalIsAsBefore();
  }

  @Test
  void waitsBehindTheShellAndLeavesItTheTerminal() throws IOException {
    type("bg; jobs\n");
    waitFor("Running");
    assertTerminalIsAsBefore();
    type("fg\n");
    waitFor("goes on:");
    type("q");
    assertTerminalIsAsBefore();
  }

  private void assertTerminalIsAsBefore() throws IOException {
    type("[ \"$before\" = \"$(stty -g)\" ]; echo differs $?:\n");
    assertEquals("0", waitFor("differs [01]:").replaceAll("[^01]", ""));
  }

  private void type(String keys) throws IOException {
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  /** Reads on until it is shown; what was typed is shown, too, and does not count. */
  private String waitFor(String expression) throws IOException {
    Pattern pattern = Pattern.compile(expression);
    for (int read = screen.read(); read >= 0; read = screen.read()) {
      shown.append((char) read);
      Matcher found = pattern.matcher(shown);
      if (found.find()) {
        String what = found.group();
        shown.setLength(0);
        return what;
      }
    }
    throw new IOException("ended with " + shown);
  }

  private static String program() {
    return String.join(
        " ",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        Program.class.getName().replace("$", "\\$"));
  }
}
