package io.panelwatch.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardFoldersTest {

  private static final Path TEMPORARY = Path.of("/tmp/panelwatch-kiosk");

  @Test
  void systemdsFoldersComeFirst() {
    var folders =
        of(
            Map.of(
                "STATE_DIRECTORY", "/var/lib/panelwatch",
                "RUNTIME_DIRECTORY", "/run/panelwatch",
                "XDG_STATE_HOME", "/home/a/state",
                "XDG_RUNTIME_DIR", "/run/user/7",
                "HOME", "/home/a"));
    assertEquals(Path.of("/var/lib/panelwatch"), folders.state());
    assertEquals(Path.of("/run/panelwatch"), folders.run());
    assertEquals(List.of(), folders.warnings());
  }

  @Test
  void firstOfSeveralSystemdFoldersCounts() {
    assertEquals(Path.of("/var/lib/a"), of(Map.of("STATE_DIRECTORY", "/var/lib/a:/b")).state());
  }

  @Test
  void xdgComesBeforeHome() {
    var folders = of(Map.of("XDG_STATE_HOME", "/x", "XDG_RUNTIME_DIR", "/r", "HOME", "/home/a"));
    assertEquals(Path.of("/x/panelwatch"), folders.state());
    assertEquals(Path.of("/r/panelwatch"), folders.run());
    assertEquals(Path.of("/home/a/.local/state/panelwatch"), of(Map.of("HOME", "/home/a")).state());
  }

  @Test
  void relativePathsAreIgnored() {
    var folders = of(Map.of("STATE_DIRECTORY", "lib", "XDG_STATE_HOME", "x", "HOME", "/home/a"));
    assertEquals(Path.of("/home/a/.local/state/panelwatch"), folders.state());
  }

  @Test
  void temporaryFolderComesWithAWarningThatSaysWhatToSet() {
    var folders = of(Map.of());
    assertEquals(TEMPORARY.resolve("state"), folders.state());
    assertEquals(TEMPORARY.resolve("run"), folders.run());
    assertEquals(2, folders.warnings().size());
    assertTrue(folders.warnings().getFirst().contains("set STATE_DIRECTORY"));
  }

  private static StandardFolders of(Map<String, String> environment) {
    return StandardFolders.of(environment, TEMPORARY);
  }
}
