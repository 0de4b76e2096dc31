package io.panelwatch.agent.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TechniciansTest {

  private static final TechnicianCode CODE =
      TechnicianCode.of("482913".toCharArray(), new SecureRandom());

  @TempDir private Path folder;

  @Test
  void whoIsInTheFileIsFoundByNameAndCode() throws IOException {
    var technicians = Technicians.NONE.with("mei", CODE).with("li.wei-2", CODE);

    Technicians read = Technicians.read(file(String.join("\n", technicians.lines()), "rw-r-----"));

    assertEquals(Set.of("mei", "li.wei-2"), read.codes().keySet());
    assertTrue(read.of("mei").orElseThrow().matches("482913".toCharArray()));
    assertEquals(Optional.empty(), read.of("Mei"));
  }

  @Test
  void newCodeTakesTheOldOnesPlace() {
    var again = TechnicianCode.of("771100".toCharArray(), new SecureRandom());

    var technicians = Technicians.NONE.with("mei", CODE).with("mei", again);

    assertEquals(again.text(), technicians.of("mei").orElseThrow().text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw-r---w-", "rw-r----x"})
  void fileThatOthersMayReadOrWriteIsRefusedWithWhatToDo(String mode) throws IOException {
    Path file = file("", mode);

    var refused = assertThrows(IOException.class, () -> Technicians.read(file));

    assertTrue(String.valueOf(refused.getMessage()).contains("chmod 640 " + file));
  }

  @Test
  void fileThatIsMissingIsToldFromOneThatIsWrong() {
    assertThrows(NoSuchFileException.class, () -> Technicians.read(folder.resolve("none")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mei", "mei:482913", ":", "m ei:x", "../mei:x"})
  void lineThatIsNoneOfOursIsNamedByItsNumberAndNotQuoted(String line) throws IOException {
    Path file = file("# who may\n\nok:" + CODE.text() + "\n" + line + "\n", "rw-------");

    var refused = assertThrows(IOException.class, () -> Technicians.read(file));

    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith(file + ":4: "), message);
    assertFalse(message.contains("482913"), message);
  }

  @Test
  void nameThatIsThereTwiceIsRefusedBecauseNobodyKnowsWhoseCodeCounts() throws IOException {
    String line = "mei:" + CODE.text() + "\n";
    Path file = file(line + line, "rw-------");

    var refused = assertThrows(IOException.class, () -> Technicians.read(file));

    assertTrue(String.valueOf(refused.getMessage()).contains("expected a name of its own"));
  }

  private Path file(String text, String mode) throws IOException {
    Path file = Files.writeString(folder.resolve("technicians"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
