package io.panelwatch.agent.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import jdk.net.UnixDomainPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon of the user and the group panelwatch, to which mei and lin were added. */
class PeerCheckTest {

  /** A user, or a group. */
  private record Named(String getName) implements GroupPrincipal {}

  private static final Named PANELWATCH = new Named("panelwatch");

  @TempDir private Path folder;

  private PeerCheck check;

  @BeforeEach
  void groups() throws IOException {
    Path groups =
        Files.writeString(
            folder.resolve("group"),
            """
            root:x:0:
            wheel:x:10:eve
            panelwatch:x:999:mei,lin
            panelwatch-old:x:998:bob
            broken
            """);
    check = new PeerCheck(PANELWATCH, PANELWATCH, groups);
  }

  @Test
  void ownerRootAndThePrimaryGroupMayAsk() {
    assertTrue(asks("panelwatch", "users"));
    assertTrue(asks("root", "root"));
    assertTrue(asks("kiosk", "panelwatch"));
  }

  @Test
  void whoWasAddedToTheGroupMayAsk() {
    assertTrue(asks("mei", "users"));
    assertTrue(asks("lin", "users"));
  }

  @Test
  void anybodyElseMayNot() {
    assertFalse(asks("eve", "wheel"));
    assertFalse(asks("bob", "panelwatch-old"));
    assertFalse(asks("me", "users"), "part of a name is none");
    assertFalse(asks("", "users"));
  }

  @Test
  void whoIsAddedNeedsNoRestartOfTheDaemon() throws IOException {
    Files.writeString(check.groups(), "panelwatch:x:999:eve\n");
    assertTrue(asks("eve", "users"));
    assertFalse(asks("mei", "users"));
  }

  @Test
  void withoutTheFileOnlyThePrimaryGroupCounts() throws IOException {
    Files.delete(check.groups());
    assertFalse(asks("mei", "users"));
    assertTrue(asks("kiosk", "panelwatch"));
  }

  private boolean asks(String user, String group) {
    return check.allows(new UnixDomainPrincipal(new Named(user), new Named(group)));
  }
}
