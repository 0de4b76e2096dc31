package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BoardConfigurationTest {

  @TempDir private Path folder;

  @Test
  void boardWithoutAFileHasDefaults() throws Exception {
    var read = BoardConfiguration.read(Optional.empty(), folder.resolve("state"), "kiosk");

    assertEquals("kiosk", read.configuration().device().id());
    assertFalse(read.refused());
  }

  @Test
  void boardThatRunsWithoutItsFormerFileIsNoLongerTheFormerDevice() throws Exception {
    Path state = folder.resolve("state");
    assertEquals(Optional.empty(), BoardConfiguration.lastUsed(state, "kiosk"));
    read("[device]\nid = \"first\"\n");
    assertEquals("first", BoardConfiguration.lastUsed(state, "kiosk").orElseThrow().device().id());

    BoardConfiguration.read(Optional.empty(), state, "kiosk");

    assertEquals("kiosk", BoardConfiguration.lastUsed(state, "kiosk").orElseThrow().device().id());
  }

  @Test
  void refusedFileLeavesTheLastGoodOneInUse() throws Exception {
    read("[device]\nid = \"first\"\n");
    read("[device]\nid = \"second\"\n");

    BoardConfiguration read = read("[device]\nid = \"third\n");

    assertEquals("second", read.configuration().device().id());
    assertTrue(read.refused());
  }

  @Test
  void fileThatIsGoodAgainIsTaken() throws Exception {
    read("[device]\nid = \"first\"\n");
    read("[device]\nid = 1\n");

    BoardConfiguration read = read("[device]\nid = \"second\"\n");

    assertEquals("second", read.configuration().device().id());
    assertFalse(read.refused());
  }

  @Test
  void refusedFileOfABoardThatNeverHadAGoodOneIsAnError() {
    assertThrows(ConfigurationException.class, () -> read("[device]\nid = 1\n"));
  }

  @Test
  void fileThatCannotBeReadLeavesTheLastGoodOneInUse() throws Exception {
    read("[device]\nid = \"first\"\n");
    Path file = folder.resolve("panelwatch.toml");
    Files.delete(file);
    Files.createDirectory(file);

    var read = BoardConfiguration.read(Optional.of(file), folder.resolve("state"), "kiosk");

    assertEquals("first", read.configuration().device().id());
    assertTrue(read.refused());
  }

  @Test
  void fileThatCannotBeReadOnABoardThatNeverHadAGoodOneIsAnError() {
    assertThrows(
        IOException.class,
        () -> BoardConfiguration.read(Optional.of(folder), folder.resolve("state"), "kiosk"));
  }

  @Test
  void lastGoodOneThatIsDamagedIsOfNoUseEither() throws Exception {
    read("[device]\nid = \"first\"\n");
    Files.writeString(folder.resolve("state/last-good.toml"), "\0\0\0\0");

    assertThrows(ConfigurationException.class, () -> read("[device]\nid = 1\n"));
  }

  @Test
  void goodFileIsTakenWhereNoCopyOfItCanBeKept() throws Exception {
    Files.writeString(folder.resolve("state"), "a file in the folder's place");

    assertEquals("first", read("[device]\nid = \"first\"\n").configuration().device().id());
  }

  private BoardConfiguration read(String toml) throws IOException, ConfigurationException {
    Path file = folder.resolve("panelwatch.toml");
    Files.writeString(file, toml);
    return BoardConfiguration.read(Optional.of(file), folder.resolve("state"), "kiosk");
  }
}
