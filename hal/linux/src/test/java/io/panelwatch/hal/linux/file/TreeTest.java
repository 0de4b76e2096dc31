package io.panelwatch.hal.linux.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Errno;
import io.panelwatch.hal.linux.RecordedTree;
import io.panelwatch.hal.linux.kernel.FileNames;
import io.panelwatch.hal.linux.kernel.NativeCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeTest {

  /** Renames to what Java cannot spell. */
  private static final MethodHandle RENAME =
      NativeCall.link(
          "rename",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));

  @TempDir Path folder;
  private RecordedTree recorded;
  private Tree tree;

  @BeforeEach
  void emptyTree() throws IOException {
    recorded = new RecordedTree(folder.toRealPath());
    tree = new Tree(recorded.root());
  }

  private String path(String below) {
    return tree.path(below);
  }

  private static void rename(String from, String to) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(NativeCall.STATE);
      int answer =
          (int)
              RENAME.invokeExact(
                  state, named(arena, FileNames.encode(from)), named(arena, FileNames.encode(to)));
      assertEquals(0, answer, () -> Errno.describe(NativeCall.errno(state)));
    } catch (Throwable t) {
      throw new AssertionError("rename of " + from, t);
    }
  }

  private static MemorySegment named(Arena arena, byte[] name) {
    MemorySegment segment = arena.allocate(name.length + 1L);
    MemorySegment.copy(name, 0, segment, ValueLayout.JAVA_BYTE, 0, name.length);
    return segment;
  }

  @Test
  void namesAreListedInNumericOrder() throws IOException {
    recorded.file("a/temp10", "").file("a/temp2", "").file("a/temp1", "").folder("a/name");

    assertEquals(List.of("name", "temp1", "temp2", "temp10"), tree.names(path("a")));
  }

  @Test
  void folderOfThousandsIsListedWhole() throws IOException {
    for (int i = 0; i < 2_000; i++) {
      recorded.file("many/attribute_with_a_long_name_" + i, "");
    }

    assertEquals(2_000, tree.names(path("many")).size());
  }

  @Test
  void whatIsNoFolderHasNoNames() throws IOException {
    recorded.file("file", "");

    assertEquals(List.of(), tree.names(path("file")));
    assertEquals(List.of(), tree.names(path("missing")));
  }

  @Test
  void folderWhoseNameIsNoTextIsReadLikeAnyOther() throws IOException {
    recorded.file("sys/class/power_supply/BAT/type", "Mains");
    recorded.file("sys/class/power_supply/BAT/online", "0");
    String shown = path("sys/class/power_supply/BAT\uf0ff");
    rename(path("sys/class/power_supply/BAT"), shown);

    assertEquals(List.of("BAT\uf0ff"), tree.names(path("sys/class/power_supply")));
    assertEquals("BAT?", recorded.powerSupplies().getFirst().component());
    assertTrue(recorded.powerSupplies().getFirst().online().is(0));
  }

  @Test
  void pathThatCannotBeSpelledIsMissing() throws IOException {
    recorded.folder("sys");
    assertEquals(Optional.empty(), tree.realPath(path("hwmon\ud800")));
    assertEquals(Optional.empty(), tree.realPath(path("sys\u0000")));
    assertEquals(List.of(), tree.names(path("x".repeat(5_000))));
  }

  @Test
  void absoluteLinkOfARecordingBeginsAtItsRoot() throws IOException {
    recorded
        .file("sys/devices/virtual/thermal/thermal_zone0/type", "cpu-thermal")
        .file("sys/devices/virtual/thermal/thermal_zone0/temp", "85000")
        .link("sys/class/thermal/thermal_zone0", "/sys/devices/virtual/thermal/thermal_zone0");

    assertEquals("cpu-thermal", recorded.temperatures().getFirst().component());
    assertTrue(recorded.temperatures().getFirst().celsius().is(85));
  }

  @Test
  void linkThatLeadsUpwardStaysWithinTheRecording(@TempDir Path host) throws IOException {
    new RecordedTree(host).file("secret", "77");
    recorded.link("out", "../".repeat(40) + host.toRealPath()).file("etc/own", "1");
    recorded.link("own", "../../../etc");

    assertEquals(Optional.empty(), tree.realPath(path("out")));
    assertEquals(Optional.of(path("etc")), tree.realPath(path("own")));
  }

  @Test
  void linksThatLeadInCirclesLeadNowhere() throws IOException {
    recorded.link("a", "b").link("b", "a").link("deep/up", "../deep/up/up");

    assertEquals(Optional.empty(), tree.realPath(path("a")));
    assertEquals(List.of(), tree.names(path("deep/up")));
  }

  @Test
  void linkThatIsReplacedIsFollowedAnew() throws IOException {
    recorded.file("one/x", "").file("two/y", "").link("link", "one");
    assertEquals(List.of("x"), tree.names(path("link")));

    recorded.delete("link").link("link", "two");

    assertEquals(List.of("y"), tree.names(path("link")));
  }
}
