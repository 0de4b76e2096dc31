package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.PlaceEncoder;
import io.panelwatch.agent.store.TestFaults;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What root does where the service's daemon does not run: only root can be tested so. */
class RootAtAServicesMemoryTest {

  private static final int SERVICE = 4321;

  @TempDir private Path state;
  @TempDir private Path roots;
  @TempDir private Path shared;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void serviceRan() throws IOException {
    assumeTrue(Files.getAttribute(state, "unix:uid").equals(0), "root alone gives files away");
    Files.createFile(state.resolve("last-good.toml"));
    try (var store = FaultStore.open(state, new ManualClock())) {
      store.commit(List.of(TestFaults.raised("F-1")), new PlaceEncoder());
    }
    for (Path file : filesAndFolder()) {
      Files.setAttribute(file, "unix:uid", SERVICE);
      Files.setAttribute(file, "unix:gid", SERVICE);
    }
    Files.setPosixFilePermissions(roots, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void whatRootDoesWithAFaultIsKeptAsTheServices() throws IOException {
    assertEquals(0, run("faults", "ack", "F-1"), err::toString);

    assertAllAreTheServices();
    assertTrue(rootHasItsRightsBack());
  }

  @Test
  void rootSavesIntoAndRestoresFromAFolderThatTheServiceMayNotEnter() throws IOException {
    String backup = roots.resolve("k7.db").toString();
    assertEquals(0, run("store", "backup", backup), err::toString);
    assertEquals(0, Files.getAttribute(Path.of(backup), "unix:uid"));
    assertEquals(0, run("store", "verify"), err::toString);
    assertEquals(0, run("store", "restore", backup, "--yes"), err::toString);

    assertAllAreTheServices();
    assertTrue(rootHasItsRightsBack());
  }

  /** In a program of its own, for in this one it is loaded already. */
  @Test
  void libraryThatRootRunsIsRootsWhenItIsUnpacked() throws Exception {
    Path temporary = Files.createDirectory(roots.resolve("tmp"));
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.setPosixFilePermissions(roots, PosixFilePermissions.fromString("rwx--x--x"));
    Process root =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Unpacking.class.getName(),
                state.toString(),
                temporary.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();

    String owners = new String(root.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals("[0]", owners.strip());
  }

  /** Looks at the memory as root does, and says whose the unpacked files are. */
  static final class Unpacking {

    private Unpacking() {}

    public static void main(String[] arguments) throws Exception {
      Path state = Path.of(arguments[0]);
      MemoryRights rights = MemoryRights.of(state);
      try (var _ = rights.take();
          var memory = FaultStore.openReadOnly(state)) {
        memory.active();
      }
      var owners = new TreeSet<String>();
      try (var unpacked = Files.newDirectoryStream(Path.of(arguments[1]), "sqlite-*")) {
        for (Path file : unpacked) {
          owners.add(Files.getAttribute(file, "unix:uid").toString());
        }
      }
      System.out.println(owners);
    }
  }

  /** Of the service's folder alone such a path is, whatever root could open. */
  @Test
  void memoryOfRootsToWhichTheServicesFolderLeadsIsClosed() throws IOException {
    memoryOfRoots();
    storeIs(roots);

    for (List<String> asked : everyCommand()) {
      assertEquals(77, run(asked.toArray(String[]::new)), () -> asked + ": " + err);
      assertTrue(err.toString().contains("is closed to user 4321"), err.toString());
      err.getBuffer().setLength(0);
    }
    assertFalse(out.toString().contains("F-of-roots"), out.toString());
  }

  /** The service's user makes the link and, where everybody may, the file that says so. */
  @Test
  void linkToAFolderThatEverybodyWritesGivesRootNoOtherRights() throws IOException {
    memoryOfRoots();
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.move(state.resolve("last-good.toml"), shared.resolve("last-good.toml"));
    Files.writeString(shared.resolve("last-good.toml"), "[store]\npath = \"" + roots + "\"\n");
    Path link = Files.createSymbolicLink(state.resolve("link"), shared);

    for (List<String> asked : everyCommand()) {
      assertEquals(77, runAt(link, asked.toArray(String[]::new)), () -> asked + ": " + err);
      assertTrue(err.toString().contains(shared + " is not root's alone"), err.toString());
      err.getBuffer().setLength(0);
    }
    assertFalse(out.toString().contains("F-of-roots"), out.toString());
  }

  @Test
  void linkToAFolderOfRootsInWhichAFileIsSomebodyElsesIsRefused() throws IOException {
    memoryOfRoots();
    Path link = Files.createSymbolicLink(state.resolve("link"), roots);
    assertEquals(0, runAt(link, "faults"), err::toString);

    for (String file : List.of("last-good.toml", FaultStore.DATABASE)) {
      Files.setAttribute(roots.resolve(file), "unix:uid", SERVICE);
      assertEquals(77, runAt(link, "faults"), err::toString);
      assertTrue(err.toString().contains(roots.resolve(file) + " is not root's alone"));
      Files.setAttribute(roots.resolve(file), "unix:uid", 0);
    }
    Files.setPosixFilePermissions(
        roots.resolve(FaultStore.DATABASE), PosixFilePermissions.fromString("rw-rw-r--"));
    assertEquals(77, runAt(link, "faults"), err::toString);
  }

  /** The one above could be taken away meanwhile, and a link be put in its place. */
  @Test
  void folderOfRootsInOneOfTheServicesIsRefused() throws IOException {
    Path below = Files.createDirectory(state.resolve("roots"));

    assertEquals(77, runAt(below, "faults"), err::toString);
    assertTrue(err.toString().contains(state + " is not root's alone"), err.toString());
  }

  private List<List<String>> everyCommand() {
    return List.of(
        List.of("faults"),
        List.of("faults", "ack", "F-of-roots"),
        List.of("service", "log"),
        List.of("store", "verify"),
        List.of("store", "backup", roots.resolve("never-written.db").toString()));
  }

  private void memoryOfRoots() throws IOException {
    Files.createFile(roots.resolve("last-good.toml"));
    try (var store = FaultStore.open(roots, new ManualClock())) {
      store.commit(List.of(TestFaults.raised("F-of-roots")), new PlaceEncoder());
    }
  }

  private void storeIs(Path folder) throws IOException {
    Files.writeString(state.resolve("last-good.toml"), "[store]\npath = \"" + folder + "\"\n");
  }

  /** Before anything looks at it, a link may be there: what it leads to is read by nobody. */
  @Test
  void fileOfRootsIsNotReadForTheConfiguration() throws IOException {
    Path secret = Files.writeString(roots.resolve("secret"), "[device]\nid = \"the-secret\"\n");
    Files.delete(state.resolve("last-good.toml"));
    Files.createSymbolicLink(state.resolve("last-good.toml"), secret);

    run("faults", "ack", "F-1");

    try (var store = FaultStore.open(state, new ManualClock())) {
      assertTrue(
          store.outboxAfter(0, 0, 10).stream().noneMatch(r -> r.payload().contains("the-secret")));
    }
  }

  private boolean rootHasItsRightsBack() throws IOException {
    return Files.readString(Files.writeString(roots.resolve("file"), "text")).equals("text");
  }

  private void assertAllAreTheServices() throws IOException {
    for (Path file : filesAndFolder()) {
      assertEquals(SERVICE, Files.getAttribute(file, "unix:uid"), file::toString);
    }
  }

  private List<Path> filesAndFolder() throws IOException {
    try (Stream<Path> all = Files.walk(state)) {
      return all.toList();
    }
  }

  private int run(String... words) {
    return runAt(state, words);
  }

  private int runAt(Path folder, String... words) {
    var line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--state", folder.toString()));
    return new CommandLineTool(new PrintWriter(out, true), new PrintWriter(err, true), Map.of())
        .run(line.toArray(String[]::new));
  }
}
