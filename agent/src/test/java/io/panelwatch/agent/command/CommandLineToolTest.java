package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.store.FaultStore;
import io.panelwatch.agent.store.PlaceEncoder;
import io.panelwatch.agent.store.TestFaults;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineToolTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpListsTheCommandsAndEndsWithZero() {
    assertEquals(0, run("--help"));
    assertTrue(out.toString().contains("check-config"));
    assertEquals(0, run("help", "probe"));
    assertTrue(out.toString().contains("--fail-on"));
  }

  @Test
  void helpTellsASentenceToALineAndBreaksItWhereTheTerminalEnds() {
    assertEquals(0, run("service", "retest", "--help"));

    assertTrue(
        out.toString()
            .contains(
                "\nLook whether what was repaired is well, for up to two minutes.\nExit status"),
        out.toString());
  }

  @Test
  void versionIsACommandAndAnOption() {
    assertEquals(0, run("version"));
    String asCommand = out.toString();
    assertEquals(0, run("--version"));
    assertEquals(asCommand + asCommand, out.toString());
  }

  @Test
  void folderInPlaceOfAConfigurationIsNamed() {
    assertEquals(74, run("check-config", folder.toString()));
    assertTrue(err.toString().contains(folder + " is a folder"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"doctor"})
  void promisedCommandThatIsNotThereSaysSoInOneSentence(String line) {
    assertEquals(64, run(line.split(" ")));
    assertTrue(err.toString().contains("is not there yet"), err.toString());
    assertEquals(1, err.toString().lines().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "fleet", "dispatch"})
  void commandOfTheSimulatorIsNotInThisPackage(String word) {
    assertEquals(64, run(word, "--port", "0"));
    assertTrue(err.toString().contains("not in this package"));
  }

  @Test
  void misspeltCommandIsAnsweredWithTheRightOne() {
    assertEquals(64, run("catalog"));
    assertTrue(err.toString().contains("unknown command catalog"));
    assertTrue(err.toString().contains("catalogue"));
  }

  @Test
  void wrongOptionsAreWrongWords() {
    assertEquals(64, run("version", "--jsn"));
    assertEquals(64, run());
    assertEquals(64, run("probe", "--samples", "0"));
    assertEquals(64, run("probe", "--every", "NaN"));
    assertEquals(64, run("check-config"));
  }

  @Test
  void wrongConfigurationEndsWithSeventyEightAndEveryError() throws IOException {
    Path file = Files.writeString(folder.resolve("p.toml"), "[device]\nid = ''\nx = 1\n");

    assertEquals(78, run("check-config", file.toString()));

    assertEquals(2, err.toString().lines().count());
    assertTrue(err.toString().startsWith(file + ":2:1: device.id: "));
  }

  @Test
  void lineThatNothingListensToIsNamedAndNoError() throws IOException {
    String toml = "[device]\nid = 'k7'\n[watch]\npower-fail-line = 'POWER_FAIL'\n";
    Path file = Files.writeString(folder.resolve("p.toml"), toml);

    assertEquals(0, run("check-config", file.toString()));

    assertEquals(
        """
        %1$s: [watch] power-fail-line = "POWER_FAIL" is without effect: this version has no \
        binding to GPIO lines here
        %1$s: good, device k7
        """
            .formatted(file),
        err.toString());
  }

  @Test
  void configurationThatIsNotThereIsAnInputError() {
    assertEquals(74, run("check-config", folder.resolve("none.toml").toString()));
    assertEquals(1, err.toString().lines().count());
  }

  @Test
  void stackTraceComesOnlyWithVerbose() {
    String missing = folder.resolve("none.toml").toString();
    run("check-config", missing);
    assertTrue(!err.toString().contains("\tat "));
    run("check-config", missing, "--verbose");
    assertTrue(err.toString().contains("\tat "));
  }

  @Test
  void emptyRecordingHasNoReadingsAndSaysWhatIsMissing() throws IOException {
    Files.createDirectories(folder.resolve("sys"));

    assertEquals(0, run("probe", "--root", folder.toString()));

    assertTrue(out.toString().contains("no fans found under"), out.toString());
    assertFalse(out.toString().contains("no usb devices"), "nobody has named one to look for");
  }

  @Test
  void probeOfARecordedFanAtStandstillFailsOnRequest() throws IOException {
    Path hwmon = Files.createDirectories(folder.resolve("sys/class/hwmon/hwmon0"));
    Files.writeString(hwmon.resolve("name"), "fan\n");
    Files.writeString(hwmon.resolve("fan1_input"), "0\n");
    Files.writeString(hwmon.resolve("fan1_min"), "600\n");
    String root = folder.toString();

    assertEquals(
        1,
        run(
            "probe",
            "--root",
            root,
            "--samples",
            "2",
            "--every",
            "30",
            "--fail-on",
            "major",
            "--json"));

    assertTrue(out.toString().contains("\"code\":\"FAN-201\""), out.toString());
    assertTrue(out.toString().contains("\"state\":\"confirmed\""));
    assertEquals(0, run("probe", "--root", root, "--samples", "1", "--fail-on", "major"));
  }

  @Test
  void readingThatFailedIsToldWithTheKernelsReason() throws IOException {
    Files.createDirectories(folder.resolve("sys/class/hwmon/hwmon0/fan1_input"));

    assertEquals(0, run("probe", "--root", folder.toString()));

    assertTrue(out.toString().contains("failed, EISDIR (is a directory)"), out.toString());
  }

  @Test
  void recordingOfAPartOfABoardIsEnough() throws IOException {
    for (String part : List.of("proc", "dev", "run")) {
      Path root = folder.resolve("only-" + part);
      Files.createDirectories(root.resolve(part));

      assertEquals(0, run("probe", "--root", root.toString()), part);
    }
  }

  @Test
  void rootWithoutABoardIsUnavailable() {
    assertEquals(69, run("probe", "--root", folder.resolve("none").toString()));
    assertEquals(69, run("probe", "--root", folder.toString()));
  }

  @Test
  void faultsAndSnapshotOfAFolderWithoutAnAgentAreUnavailable() {
    assertEquals(69, run("faults", "--state", folder.toString()));
    assertEquals(69, run("snapshot", "--state", folder.toString(), folder + "/a.png"));
    assertTrue(Files.notExists(folder.resolve("a.png")));
  }

  @Test
  void faultsOfAKilledAgentAreReadFromItsStoreAndItsSocketIsNoObstacle() throws IOException {
    FaultStore.open(folder, new ManualClock()).close();
    try (var left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      left.bind(UnixDomainSocketAddress.of(folder.resolve("control.sock")));
    }
    assertTrue(Files.exists(folder.resolve("control.sock")));

    assertEquals(0, run("faults", "--all", "--state", folder.toString()), err::toString);
    assertEquals("no fault was ever stored", out.toString().strip());
  }

  @Test
  void faultsOfAStoppedAgentAreListedShownAndWrittenAsJson() throws IOException {
    try (var store = FaultStore.open(folder, new ManualClock())) {
      store.commit(List.of(TestFaults.raised("F-1")), new PlaceEncoder());
    }
    String state = folder.toString();

    assertEquals(0, run("faults", "--state", state), err::toString);
    assertTrue(out.toString().contains("FAN-201"), out.toString());
    assertEquals(0, run("faults", "show", "F-1", "--state", state), err::toString);
    assertTrue(out.toString().contains("Check the connector."), out.toString());
    assertEquals(0, run("faults", "--json", "--state", state), err::toString);
    assertTrue(out.toString().contains("\"faultId\":\"F-1\""), out.toString());
    assertEquals(64, run("faults", "show", "F-2", "--state", state));
  }

  @Test
  void catalogueTellsEveryCodeInBothLanguages() {
    assertEquals(0, run("catalogue", "--lang", "zh"));
    String chinese = out.toString();
    for (String told :
        List.of(
            "FAN-201  风扇停转",
            "次要     触发：达到或高于 75 Cel；解除：回到 70 Cel", // TMP-301
            "处理     仍不转动：更换风扇。",
            "备件     同尺寸、同电压、同插头的带测速风扇")) {
      assertTrue(chinese.contains(told), told);
    }
    assertFalse(chinese.contains("bring"));
    assertEquals(0, run("catalogue", "--json"));
    assertTrue(out.toString().contains("\"onDelayS\":30"));
  }

  @Test
  void catalogueTellsWhatCountsBesideLimitsAndDelays() {
    assertEquals(0, run("catalogue"));
    for (String told :
        List.of(
            "MINOR    raised at or above 75 Cel, cleared at 70 Cel", // TMP-301
            "raised at or below 20 %, cleared at 25 %", // PWR-104
            "raised at the limit that the source gives", // PWR-102
            "bring    Fan of the same size",
            "raised when seen 3 times in 600 s", // PWR-101
            "power-fail: raised after 0 s", // PWR-103
            "raised by 5 reads in a row", // FAN-204
            "over after 5 good reads in a row", // TMP-306
            "suppresses TMP-301, TMP-304", // FAN-201
            "always told, also during a visit")) { // TMP-302
      assertTrue(out.toString().contains(told), told);
    }
    assertEquals(0, run("catalogue", "--json"));
    for (String told :
        List.of(
            "\"mOfN\":{\"times\":3,\"windowS\":600}",
            "\"reads\":5",
            "\"clearReads\":5",
            "\"side\":\"low\"",
            "\"priority\":1",
            "\"suppresses\":[\"TMP-301\",\"TMP-304\"]",
            "\"alwaysTold\":true",
            "\"latched\":false",
            "\"enabled\":true")) {
      assertTrue(out.toString().contains(told), told);
    }
  }

  private int run(String... words) {
    return new CommandLineTool(new PrintWriter(out, true), new PrintWriter(err, true), Map.of())
        .run(words);
  }
}
