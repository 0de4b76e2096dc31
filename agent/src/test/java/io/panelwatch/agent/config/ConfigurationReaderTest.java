package io.panelwatch.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.Criteria;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.hal.LineRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {

  @TempDir private Path folder;

  @Test
  void emptyFileMeansEveryDefault() throws ConfigurationException {
    assertEquals(Configuration.defaults("kiosk.example"), parse(""));
    assertEquals("kiosk-example", parse("").device().id());
  }

  @Test
  void everyKeyIsRead() throws IOException, ConfigurationException {
    Configuration c = parse(resource("complete.toml"));

    assertEquals("kiosk-7", c.device().id());
    assertEquals("Town hall", c.site().name());
    assertEquals(Optional.of(URI.create("ssl://broker.example:8883")), c.broker().url());
    assertEquals(Optional.of(Path.of("/etc/panelwatch/password")), c.broker().passwordFile());
    assertEquals(270, c.display().rotationDegrees());
    assertEquals(Language.ZH, c.display().language());
    assertEquals(Optional.of(Duration.ofMinutes(5)), c.display().dimAfter());
    assertEquals(
        List.of(
            new DisplaySettings.BrightnessChange(LocalTime.of(7, 0), 100),
            new DisplaySettings.BrightnessChange(LocalTime.of(22, 0), 20)),
        c.display().schedule());
    assertEquals(Optional.of("gpiochip0:25"), c.spi().dcLine());
    assertEquals(Optional.of("GPIO5"), c.buttons().upLine());
    assertEquals(
        new LimitSettings(
            List.of(70.0),
            List.of(65.5),
            Optional.of(Duration.ofSeconds(30)),
            Optional.of(Duration.ofHours(2)),
            Optional.of(Severity.MAJOR),
            Optional.of(true)),
        c.limits().get(new Limits.Scope("TMP-301", Optional.empty())));
    assertEquals(
        new InspectionSettings.Every(InspectionSettings.Interval.OFF, Optional.of(2000)),
        c.inspection().of(InspectionSettings.Item.FANS));
    assertEquals(
        InspectionSettings.every(InspectionSettings.Interval.YEARLY),
        c.inspection().of(InspectionSettings.Item.DISPLAY_CABLE));
    assertEquals(
        new WatchSettings(
            List.of("1a86:7523"),
            List.of("kiosk.service"),
            Map.of("eth0", 1000, "wlan0", 0),
            Optional.of(new WatchSettings.UpsAddress("kiosk-ups", "127.0.0.1", 3493)),
            Optional.of(new LineRequest("gpiochip0:24", true))),
        c.watch());
    assertEquals(
        Map.of("ca", "/etc/panelwatch/ca.pem", "client", "/etc/panelwatch/device.pem"),
        c.watchList().certificates());
    assertEquals(90, c.store().historyDays());
    assertEquals(64, c.store().historyMegabytes());
    assertEquals(Path.of("/etc/panelwatch/who"), c.service().techniciansFile());
  }

  @Test
  void everyErrorIsToldAtOnceWithItsPlaceAndWhatIsExpected() throws IOException {
    String toml = resource("wrong.toml");

    var refused = assertThrows(ConfigurationException.class, () -> parse(toml));

    assertEquals(resource("wrong.expected"), refused.getMessage() + "\n");
  }

  @Test
  void limitsThatCannotBeAreRefusedWhereTheyStand() {
    var refused =
        assertThrows(
            ConfigurationException.class,
            () ->
                parse(
                    """
                    [limits.TMP-301]
                    raise = 60
                    clear = 61
                    [limits.PWR-103]
                    raise = 1
                    [limits.TPM-301]
                    enabled = false
                    """));

    assertEquals(
        """
        panelwatch.toml:1:1: limits.TMP-301: clear 61.0 is on the wrong side of raise 60.0: \
        it must be lower or equal
        panelwatch.toml:4:1: limits.PWR-103: PWR-103 has no numeric limit that could be set
        panelwatch.toml:6:1: limits.TPM-301: is no fault code, did you mean TMP-301? \
        expected one that panelwatch catalogue lists\
        """,
        refused.getMessage());
  }

  @Test
  void componentHasLimitsOfItsOwnAndEachLevelItsNumber() throws ConfigurationException {
    Configuration c =
        parse(
            """
            [limits.DSK-401]
            raise = [80, 95]
            on-delay = "10s"
            [limits.DSK-401."/var"]
            raise = 70
            clear = [65, 90]
            [limits.DSK-401."/mnt/image"]
            enabled = false
            """);
    Catalogue catalogue = Catalogue.load();
    var limits = Limits.of(catalogue, c.overrides(catalogue));

    assertEquals("[80.0/70.0, 95.0/87.0]", levels(limits.of("DSK-401", "/")));
    assertEquals("[70.0/65.0, 95.0/90.0]", levels(limits.of("DSK-401", "/var")));
    assertEquals(Duration.ofSeconds(10), limits.of("DSK-401", "/var").onDelay());
    assertTrue(limits.of("DSK-401", "/var").enabled());
    assertFalse(limits.of("DSK-401", "/mnt/image").enabled());
  }

  private static String levels(Criteria criteria) {
    return criteria.levels().stream()
        .map(level -> level.raise().orElseThrow() + "/" + level.clear().orElseThrow())
        .toList()
        .toString();
  }

  @Test
  void limitsOfAComponentThatCannotBeAreRefusedWhereTheyStand() {
    var refused =
        assertThrows(
            ConfigurationException.class,
            () ->
                parse(
                    """
                    [limits.DSK-401]
                    raise = [1, 2, 3, 4, 5]
                    [limits.DSK-401."/var"]
                    clear = 99
                    [limits.TMP-301.cpu]
                    riase = 60
                    [limits.FAN-201.fan1]
                    off-delay = "745h"
                    """));

    assertEquals(
        """
        panelwatch.toml:2:1: limits.DSK-401.raise: has 5 numbers, expected one for each level \
        from the mildest on, at most 4
        panelwatch.toml:3:1: limits.DSK-401./var: clear 99.0 is on the wrong side of raise 90.0: \
        it must be lower or equal
        panelwatch.toml:6:1: limits.TMP-301.cpu.riase: is unknown, did you mean raise? \
        expected one of clear, enabled, off-delay, on-delay, raise, severity
        panelwatch.toml:8:1: limits.FAN-201.fan1.off-delay: is 745h, \
        expected a duration from 0s to 744h as "30s", "5m" or "2h\"\
        """,
        refused.getMessage());
  }

  @Test
  void codeThatThisVersionDoesNotWatchYetIsTakenAndNamed() throws ConfigurationException {
    Configuration c = parse("[limits.FAN-299]\nraise = 10\n[limits.TMP-301]\nraise = 60");
    Catalogue catalogue = Catalogue.load();

    assertEquals(
        List.of("[limits.FAN-299] is without effect: this version does not watch that code"),
        c.withoutEffect(catalogue));
    assertEquals(
        Set.of(new Limits.Scope("TMP-301", Optional.empty())), c.overrides(catalogue).keySet());
  }

  @Test
  void passwordInTheUrlIsRefusedAndNotRepeated() {
    var refused =
        assertThrows(
            ConfigurationException.class,
            () -> parse("[broker]\nurl = 'mqtt://user:s3cret@broker.example'"));

    assertTrue(refused.getMessage().contains("password-file"));
    assertTrue(!refused.getMessage().contains("s3cret"));
  }

  @Test
  void fileThatIsNotUtf8IsRefusedAtTheByteThatIsNot() throws IOException {
    Path file = folder.resolve("latin1.toml");
    Files.write(file, "[site]\nname = 'Caf\u00e9'\n".getBytes(StandardCharsets.ISO_8859_1));

    var refused =
        assertThrows(ConfigurationException.class, () -> ConfigurationReader.read(file, "h"));

    assertEquals(2, refused.errors().getFirst().line());
    assertEquals(12, refused.errors().getFirst().column());
  }

  @Test
  void scheduleWithTheSameTimeTwiceIsRefused() {
    var refused =
        assertThrows(
            ConfigurationException.class,
            () -> parse("[display]\nschedule = [\"07:00 100\", \"07:00 20\"]\n"));

    assertTrue(refused.errors().getFirst().toString().contains("same time twice"));
  }

  @Test
  void panelThatWouldSleepBeforeItIsDimIsRefusedAtItsLine() throws ConfigurationException {
    for (String offAfter : List.of("60s", "59s")) {
      var refused =
          assertThrows(
              ConfigurationException.class,
              () -> parse("[display]\ndim-after = '1m'\noff-after = '" + offAfter + "'\n"));
      assertEquals(
          "panelwatch.toml:3:1: display.off-after: would come before it is dim,"
              + " expected longer than dim-after",
          refused.getMessage());
    }
    Configuration taken = parse("[display]\ndim-after = '1m'\noff-after = '61s'\n");
    assertEquals(Optional.of(Duration.ofSeconds(61)), taken.display().offAfter());
  }

  @Test
  void powerFailLineIsActiveHighUnlessItIsSaidAndTheSayingIsOfNoUseAlone()
      throws ConfigurationException {
    assertEquals(
        Optional.of(new LineRequest("POWER_FAIL", false)),
        parse("[watch]\npower-fail-line = 'POWER_FAIL'").watch().powerFailLine());

    var refused =
        assertThrows(
            ConfigurationException.class, () -> parse("[watch]\npower-fail-active-low = true"));
    assertEquals(
        "panelwatch.toml:2:1: watch.power-fail-active-low: is of no use alone,"
            + " expected power-fail-line too",
        refused.getMessage());
  }

  @Test
  void hostNameBecomesAValidId() {
    assertEquals("caf--1", Configuration.defaults("caf\u00e9.1").device().id());
    assertEquals(64, Configuration.defaults("x".repeat(90)).device().id().length());
    assertEquals("panelwatch", Configuration.defaults("").device().id());
  }

  /** Anything but a configuration or a list of errors would be thrown through. */
  @Property(tries = 400)
  void anyTextIsTakenOrRefusedWithErrors(@ForAll("tomlLike") String toml) {
    try {
      parse(toml);
    } catch (ConfigurationException refused) {
      assertTrue(refused.errors().stream().allMatch(e -> e.line() >= 1 && e.column() >= 1));
      assertTrue(refused.errors().stream().noneMatch(e -> e.toString().contains("\n")));
    }
  }

  /**
   * Without comments: an {@code assert} of the parser, which only tests switch on, does not hold
   * for one behind a broken header.
   */
  @Provide
  Arbitrary<String> tomlLike() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "[",
            "]",
            "[[",
            "]]",
            "=",
            ".",
            "\n",
            " ",
            "\"",
            "'",
            "'''",
            "{",
            "}",
            ",",
            "-",
            "device",
            "id",
            "site",
            "broker",
            "url",
            "display",
            "rotation",
            "schedule",
            "spi",
            "limits",
            "limits.FAN-201",
            "raise",
            "on-delay",
            "\"30s\"",
            "inf",
            "nan",
            "1e9",
            "0x7F",
            "true",
            "1979-05-27",
            "07:32:00",
            "\u0000",
            "\u7535",
            "\"\\ud800\"",
            "9223372036854775807");
    return pieces.list().ofMaxSize(40).map(parts -> String.join("", parts));
  }

  private static Configuration parse(String toml) throws ConfigurationException {
    return ConfigurationReader.parse("panelwatch.toml", toml, "kiosk.example");
  }

  private static String resource(String name) throws IOException {
    try (var in = ConfigurationReaderTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
