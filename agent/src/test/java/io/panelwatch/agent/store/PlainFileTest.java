package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is none of its own is found out by whoever looks, root or not. */
class PlainFileTest {

  @TempDir private Path folder;
  private Path database = Path.of("");
  private Path elsewhere = Path.of("");

  @BeforeEach
  void makeADatabaseAndAFileElsewhere() throws IOException {
    database = Files.createFile(folder.resolve("faults.db"));
    elsewhere = Files.writeString(folder.resolve("elsewhere"), "secret");
  }

  @Test
  void fileIsThereOrNot() throws IOException {
    assertTrue(PlainFile.isThere(database));
    assertFalse(PlainFile.isThere(folder.resolve("none")));
  }

  @Test
  void linkIsNoFileAlsoWhereItLeadsNowhere() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
    Path dangling = Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("nothing"));

    var refused = assertThrows(IOException.class, () -> PlainFile.isThere(link));
    assertTrue(refused.getMessage().contains("but a link"), refused.getMessage());
    assertThrows(IOException.class, () -> PlainFile.isThere(dangling));
    assertThrows(StoreException.class, () -> PlainFile.require(link));
  }

  @Test
  void folderIsNoFile() {
    assertThrows(IOException.class, () -> PlainFile.isThere(folder));
    assertThrows(StoreException.class, () -> PlainFile.require(folder));
  }

  @Test
  void whatIsMissingCannotBeWritten() {
    assertThrows(StoreException.class, () -> PlainFile.require(folder.resolve("none")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"faults.db-wal", "faults.db-shm", "faults.db-journal"})
  void linkBesideADatabaseIsFoundAlsoThroughALinkToTheDatabase(String name) throws IOException {
    Path linked = Files.createSymbolicLink(folder.resolve("k7.db"), database);
    assertDoesNotThrow(() -> PlainFile.requireBeside(linked));
    Files.createSymbolicLink(folder.resolve(name), elsewhere);

    assertThrows(StoreException.class, () -> PlainFile.requireBeside(database));
    assertThrows(StoreException.class, () -> PlainFile.requireBeside(linked));
    assertThrows(StoreException.class, () -> Database.openReader(database));
    assertThrows(StoreException.class, () -> Database.openWriter(database));
    assertEquals("secret", Files.readString(elsewhere));
  }

  @Test
  void fileOfTheFoldersOwnerStaysTheirs() throws IOException {
    PlainFile.giveToOwnerOf(folder, database);

    assertEquals(Files.getOwner(folder), Files.getOwner(database));
  }
}
