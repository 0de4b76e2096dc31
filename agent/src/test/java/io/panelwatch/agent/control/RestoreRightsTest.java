package io.panelwatch.agent.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.store.Restored;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import jdk.net.UnixDomainPrincipal;
import org.junit.jupiter.api.Test;

/** Who may have all that is remembered replaced. */
class RestoreRightsTest {

  private static final PeerCheck SERVICE =
      new PeerCheck(new Named("panelwatch"), new NamedGroup("panelwatch"), Path.of("/dev/null"));
  private static final Map<String, Object> RESTORE = Map.of("verb", "restore", "file", "k7.db");
  private static final Restored RESTORED = new Restored(Path.of("faults.db.replaced"), 7, 2);

  private final Verbs verbs =
      new Verbs(
          new ScriptedAnswers() {
            @Override
            public Restored restore(Actor by, String file) {
              return RESTORED;
            }
          });

  @Test
  void oneOfTheGroupMayAskButNotRestore() {
    var mei = peer("mei", "panelwatch");
    assertTrue(SERVICE.allows(mei));
    assertFalse(SERVICE.administers(mei));

    var group = new Peer("mei", false);
    assertThrows(NotPermittedException.class, () -> verbs.answer(RESTORE, group));
    assertThrows(
        NotPermittedException.class,
        () -> verbs.answer(Map.of("verb", "saved", "file", "k7.db", "done", true), group));
  }

  @Test
  void rootAndTheDaemonsOwnUserMay() throws IOException {
    assertTrue(SERVICE.administers(peer("root", "root")));
    assertTrue(SERVICE.administers(peer("panelwatch", "nogroup")));
    assertFalse(SERVICE.administers(peer("mei", "mei")));

    byte[] answer = verbs.answer(RESTORE, new Peer("root", true));
    assertArrayEquals(RestoredJson.write(RESTORED).getBytes(StandardCharsets.UTF_8), answer);
    assertEquals(RESTORED, RestoredJson.read(new String(answer, StandardCharsets.UTF_8)));
  }

  private static UnixDomainPrincipal peer(String user, String group) {
    return new UnixDomainPrincipal(new Named(user), new NamedGroup(group));
  }

  private record Named(String name) implements UserPrincipal {
    @Override
    public String getName() {
      return name;
    }
  }

  private record NamedGroup(String name) implements GroupPrincipal {
    @Override
    public String getName() {
      return name;
    }
  }
}
