package io.panelwatch.agent.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.rule.Rule;
import io.panelwatch.agent.fault.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CatalogueTest {

  private final Catalogue catalogue = Catalogue.load();

  @Test
  void everyCodeHasARuleInTheSameOrder() {
    assertEquals(
        catalogue.entries().stream().map(CatalogueEntry::code).toList(),
        Rules.all().stream().map(Rule::code).toList());
  }

  @Test
  void everyEntrySpeaksBothLanguagesInGlyphsThatThePanelHas() {
    CharsetEncoder gb2312 = Charset.forName("GB2312").newEncoder();
    CharsetEncoder latin1 = Charset.forName("ISO-8859-1").newEncoder();
    for (CatalogueEntry entry : catalogue.entries()) {
      Stream.concat(Stream.of(entry.symptom(), entry.part()), entry.advice().stream())
          .filter(text -> !text.isEmpty())
          .forEach(
              text -> {
                assertTrue(latin1.canEncode(text.en()), text::en);
                assertTrue(gb2312.canEncode(text.zh()), text::zh);
                assertTrue(
                    text.zh().codePoints().anyMatch(Character::isIdeographic),
                    () -> "is Chinese: " + text.zh());
              });
    }
  }

  @Test
  void everyCodeHasATypeAndAdviceInSeveralSteps() {
    for (CatalogueEntry entry : catalogue.entries()) {
      assertEquals(FaultType.ofCode(entry.code()), entry.type());
      assertTrue(entry.advice().size() >= 2, entry::code);
      assertFalse(entry.source().isBlank(), entry::code);
    }
  }

  @Test
  void levelsGoFromTheMildestToTheWorst() {
    for (CatalogueEntry entry : catalogue.entries()) {
      List<Severity> severities = entry.levels().stream().map(Level::severity).toList();
      assertEquals(severities.stream().sorted(Comparator.reverseOrder()).toList(), severities);
    }
  }

  /** The table is written by hand from what is promised, and holds every code. */
  @Test
  void defaultsAreThoseThatAreDocumented() throws IOException {
    assertEquals(
        documented().stream().collect(Collectors.joining("\n")),
        catalogue.entries().stream().map(CatalogueTest::row).collect(Collectors.joining("\n")));
  }

  private static List<String> documented() throws IOException {
    try (InputStream table = CatalogueTest.class.getResourceAsStream("documented-codes.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> String.join(" ", line.split(" +")))
          .toList();
    }
  }

  /** An entry as the table has it. */
  private static String row(CatalogueEntry entry) {
    return String.join(
        " ",
        entry.code(),
        entry.ne107().letter(),
        text(entry.confirm().onDelay()),
        entry.release().statedOffDelay().map(CatalogueTest::text).orElse("-"),
        entry.unit(),
        entry.levels().stream()
            .map(level -> level.side().name().toLowerCase(Locale.ROOT))
            .distinct()
            .collect(Collectors.joining("/")),
        entry.levels().stream().map(CatalogueTest::level).collect(Collectors.joining(",")),
        also(entry));
  }

  private static String level(Level level) {
    PublicImpact impact = level.publicImpact();
    return level.severity().name().toLowerCase(Locale.ROOT)
        + (level.raise().isPresent() ? "@" + number(level.raise().getAsDouble()) : "")
        + (level.clear().isPresent() ? "/" + number(level.clear().getAsDouble()) : "")
        + (impact == PublicImpact.NONE ? "" : "!" + impact.text());
  }

  private static String also(CatalogueEntry entry) {
    List<String> also = new ArrayList<>();
    if (entry.confirm().reads() > 1) {
      also.add("reads=" + entry.confirm().reads());
    }
    entry
        .confirm()
        .often()
        .ifPresent(often -> also.add("or-%d-in-%s".formatted(often.times(), text(often.window()))));
    if (entry.release().reads() > 1) {
      also.add("clear-reads=" + entry.release().reads());
    }
    if (entry.release().latched()) {
      also.add("acknowledged");
    }
    if (!entry.enabled()) {
      also.add("off");
    }
    return also.isEmpty() ? "-" : String.join(",", also);
  }

  /** Seconds up to a minute, then minutes up to an hour. */
  private static String text(Duration delay) {
    if (delay.toSeconds() <= 60) {
      return delay.toSeconds() + "s";
    }
    return delay.toMinutes() < 60 ? delay.toMinutes() + "m" : delay.toHours() + "h";
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /**
   * On the narrowest panels a line has 16 letters or 8 Chinese signs, and three lines are seen at
   * once: a step of more than six would be two.
   */
  @Test
  void stepsAreShortEnoughForASmallPanel() {
    for (CatalogueEntry entry : catalogue.entries()) {
      for (Text step : entry.advice()) {
        for (Language language : Language.values()) {
          String text = step.in(language);
          int width = text.codePoints().map(sign -> sign < 0x2E80 ? 1 : 2).sum();
          assertTrue(width <= 6 * 16, () -> entry.code() + ": " + width + " wide: " + text);
        }
      }
    }
  }

  @Test
  void causesSuppressTheSymptomsThatAreDocumented() {
    Map<String, List<String>> documented =
        Map.of(
            "PWR-103",
            List.of("TMP-304", "NET-801", "NET-802", "NET-803", "NET-804", "NET-805"),
            "FAN-201",
            List.of("TMP-301", "TMP-304"),
            "DSK-403",
            List.of("AGT-A04"),
            "NET-801",
            List.of("NET-805", "CLK-901"));

    for (CatalogueEntry entry : catalogue.entries()) {
      assertEquals(documented.getOrDefault(entry.code(), List.of()), entry.suppresses());
      assertTrue(entry.suppresses().stream().allMatch(catalogue::has), entry::code);
    }
  }

  @Test
  void stoppedFanTurnsNoCustomersAway() {
    assertEquals(PublicImpact.NONE, catalogue.entry("FAN-201").levels().getFirst().publicImpact());
  }

  @Test
  void boardThatReachesNobodyServesThePublicLess() {
    assertEquals(
        PublicImpact.DEGRADED, catalogue.entry("NET-805").levels().getFirst().publicImpact());
  }

  @Test
  void unknownCodeIsRefusedWithThoseThatThereAre() {
    var e = assertThrows(IllegalArgumentException.class, () -> catalogue.entry("FAN-999"));

    assertTrue(e.getMessage().contains("FAN-999") && e.getMessage().contains("FAN-201"));
  }

  @Test
  void entryWithAMistypedKeyIsRefusedByName() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> read(complete() + "on-dealy = 5s\n"));

    assertEquals("catalogue/FAN-201.properties: on-dealy is not a key", e.getMessage());
  }

  @Test
  void entryWithoutChineseIsRefusedByName() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> read(complete().replace("advice.1.zh = 更换\n", "")));

    assertEquals("catalogue/FAN-201.properties: advice.1.zh is missing", e.getMessage());
  }

  @Test
  void partInOneLanguageIsRefusedByName() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> read(complete() + "part.en = A fan\n"));

    assertEquals("catalogue/FAN-201.properties: part.zh is missing", e.getMessage());
  }

  @Test
  void entryWithAnUnreadableDelayIsRefusedByName() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> read(complete().replace("on-delay = 30s", "on-delay = soon")));

    assertTrue(e.getMessage().startsWith("catalogue/FAN-201.properties: on-delay"));
  }

  @Test
  void onDelayOfAComponentIsReadAndRefusedByName() throws IOException {
    assertEquals(
        Map.of("fan1", Duration.ofMinutes(5)), read(complete() + "on-delay.fan1 = 5m").onDelays());

    var e =
        assertThrows(
            IllegalArgumentException.class, () -> read(complete() + "on-delay.fan1 = soon"));
    assertTrue(e.getMessage().startsWith("catalogue/FAN-201.properties: on-delay.fan1"));
  }

  @Test
  void symptomBeforeItsCauseIsRefused() throws IOException {
    CatalogueEntry fan = read(complete() + "suppresses = TMP-301\n");
    CatalogueEntry heat = catalogue.entry("TMP-301");

    assertThrows(IllegalArgumentException.class, () -> Catalogue.of(List.of(heat, fan)));
    assertEquals(2, Catalogue.of(List.of(fan, heat)).entries().size());
  }

  @Test
  void whatIsAlwaysToldIsRefusedAsASymptom() throws IOException {
    CatalogueEntry fan = read(complete() + "suppresses = TMP-302\n");
    CatalogueEntry heat = catalogue.entry("TMP-302");

    assertTrue(heat.alwaysTold());
    assertThrows(IllegalArgumentException.class, () -> Catalogue.of(List.of(fan, heat)));
  }

  private static CatalogueEntry read(String text) throws IOException {
    return CatalogueFile.read("FAN-201", new StringReader(text));
  }

  private static String complete() {
    return """
    failure-mode = stopped
    kind = hardware
    ne107 = F
    source = fanN_input
    unit = rpm
    side = low
    on-delay = 30s
    level.1.severity = critical
    level.1.impact = none
    symptom.en = A fan stands still
    symptom.zh = 风扇停转
    advice.1.en = Replace it.
    advice.1.zh = 更换
    """;
  }
}
