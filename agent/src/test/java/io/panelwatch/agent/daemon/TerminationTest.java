package io.panelwatch.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TerminationTest {

  /** A program that closes something when it is told to end, and says so. */
  static final class Program {

    private Program() {}

    static void main(String[] arguments) throws InterruptedException {
      try (var termination = Termination.onSignal()) {
        System.out.println("ready");
        if (arguments.length > 0) {
          Thread.ofPlatform().start(termination::fail);
        }
        termination.await();
        System.out.println("closed");
      }
    }
  }

  @Test
  void signalClosesEverythingAndIsAnsweredWithStatusZero() throws Exception {
    Process program = start();
    try (BufferedReader out = program.inputReader()) {
      assertEquals("ready", out.readLine());

      program.toHandle().destroy();

      assertEquals("closed", out.readLine());
      assertTrue(program.waitFor(30, TimeUnit.SECONDS));
      assertEquals(0, program.exitValue());
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void programThatFailsIsClosedInOrderAndSaysSo() throws Exception {
    Process program = start("fail");
    try (BufferedReader out = program.inputReader()) {
      assertEquals("ready", out.readLine());
      assertEquals("closed", out.readLine());

      assertTrue(program.waitFor(30, TimeUnit.SECONDS));
      assertEquals(70, program.exitValue());
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void withoutASignalTheWaitEndsAndNothingIsLeftBehind() throws InterruptedException {
    try (var termination = Termination.onSignal()) {
      assertFalse(termination.await(Duration.ofMillis(1)));
    }
  }

  private static Process start(String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        String.join(
            System.getProperty("path.separator"),
            Path.of("target", "classes").toString(),
            Path.of("target", "test-classes").toString());
    List<String> command =
        new ArrayList<>(List.of(java, "-Xshare:auto", "-cp", classPath, Program.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
