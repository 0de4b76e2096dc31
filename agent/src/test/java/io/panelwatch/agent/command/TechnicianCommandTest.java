package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.service.Technicians;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TechnicianCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private TypingTerminal typed = new TypingTerminal(List.of());

  private Path file() {
    return folder.resolve("technicians");
  }

  @Test
  void codeThatIsTypedTwiceIsKeptAsAHashForOwnerAndGroupOnly() throws IOException {
    assertEquals(0, add("mei", List.of("482913", "482913")), err::toString);

    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    assertTrue(Technicians.read(file()).of("mei").orElseThrow().matches("482913".toCharArray()));
    assertFalse((Files.readString(file()) + out + err).contains("482913"));
    for (char[] code : typed.secrets) {
      assertTrue(new String(code).isBlank(), "nothing of it stays in memory");
    }
  }

  @Test
  void secondTechnicianLeavesTheFirstInTheFile() throws IOException {
    add("mei", List.of("482913", "482913"));
    assertEquals(0, add("li", List.of("771100", "771100")), err::toString);

    Technicians technicians = Technicians.read(file());
    assertTrue(technicians.of("mei").orElseThrow().matches("482913".toCharArray()));
    assertTrue(technicians.of("li").orElseThrow().matches("771100".toCharArray()));
  }

  @Test
  void whoHasACodeKeepsItUnlessItIsToBeReplaced() throws IOException {
    add("mei", List.of("482913", "482913"));

    assertEquals(64, add("mei", List.of()));
    assertTrue(err.toString().contains("use --replace"), err.toString());
    assertEquals(0, add("mei", List.of("771100", "771100"), "--replace"), err::toString);
    assertTrue(Technicians.read(file()).of("mei").orElseThrow().matches("771100".toCharArray()));
  }

  @Test
  void slipOfAFingerChangesNothing() {
    assertEquals(64, add("mei", List.of("482913", "482914")));
    assertTrue(err.toString().contains("not the same"), err.toString());
    assertEquals(64, add("mei", List.of("48291")));
    assertTrue(err.toString().contains("6 to 12 digits"), err.toString());
    assertEquals(64, add("m/ei", List.of()));
    assertTrue(err.toString().contains("a technician's name"), err.toString());
    assertFalse(Files.exists(file()));
  }

  @Test
  void withoutATerminalTheCodeComesFromAFile() throws IOException {
    assertEquals(64, add("mei", List.of()));
    assertTrue(err.toString().contains("--code-file"), err.toString());

    Path code = Files.writeString(folder.resolve("code"), "482913\n");
    assertEquals(0, add("mei", List.of(), "--code-file", code.toString()), err::toString);
    assertTrue(Technicians.read(file()).of("mei").orElseThrow().matches("482913".toCharArray()));
  }

  @Test
  void fileThatOthersMayReadIsNotAddedTo() throws IOException {
    Files.writeString(file(), "");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

    assertEquals(74, add("mei", List.of("482913", "482913")));
    assertTrue(err.toString().contains("chmod 640"), err.toString());
  }

  /** As from a terminal at which that is typed. */
  private int add(String name, List<String> answers, String... options) {
    typed = new TypingTerminal(answers);
    List<String> words = new ArrayList<>(List.of("technician", "add", name));
    words.addAll(List.of("--file", file().toString()));
    words.addAll(Arrays.asList(options));
    return new CommandLine(new RootCommand())
        .addSubcommand("technician", new TechnicianCommand(typed))
        .setOut(new PrintWriter(out, true))
        .setExecutionExceptionHandler((e, _, _) -> failed(e))
        .execute(words.toArray(String[]::new));
  }

  private int failed(Exception e) {
    Failure failure = Failure.of(e);
    failure.sentences().forEach(sentence -> err.append(sentence).append('\n'));
    return failure.status().code();
  }
}
