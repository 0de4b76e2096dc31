package io.panelwatch.agent.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.rule.Rule;
import io.panelwatch.agent.fault.rule.Rules;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
      Stream.concat(Stream.of(entry.symptom()), entry.advice().stream())
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

  @Test
  void defaultsAreThoseThatAreDocumented() {
    assertEquals("S MAJOR[-/-] PT10S PT30M bool", summary("PWR-101"));
    assertEquals("S MAJOR[-/-] PT30S PT1M mV", summary("PWR-102"));
    assertEquals("F MAJOR[-/-] PT5S PT1M bool", summary("PWR-103"));
    assertEquals("F MAJOR[20.0/25.0] CRITICAL[10.0/15.0] PT30S PT1M %", summary("PWR-104"));
    assertEquals("M MINOR[59.9/60.0] PT1H PT0S %", summary("PWR-105"));
    assertEquals("M MINOR[-/-] PT30M PT0S bool", summary("PWR-106"));
    assertEquals("F CRITICAL[0.0/-] PT30S PT1M rpm", summary("FAN-201"));
    assertEquals("M MINOR[85.0/95.0] PT1M PT2M %", summary("FAN-202"));
    assertEquals("F MAJOR[-/-] PT10S PT1M bool", summary("FAN-203"));
    assertEquals("F MAJOR[-/-] PT0S PT0S bool", summary("FAN-204"));
    assertEquals("S MINOR[75.0/70.0] PT1M PT2M Cel", summary("TMP-301"));
    assertEquals("F CRITICAL[82.0/75.0] PT10S PT20S Cel", summary("TMP-302"));
    assertEquals("S CRITICAL[-/-] PT10S PT20S Cel", summary("TMP-303"));
    assertEquals("S MINOR[-/-] PT1M PT10M bool", summary("TMP-304"));
    assertEquals("S MINOR[-0.001/3.0] PT5M PT10M Cel", summary("TMP-305"));
    assertEquals("C MINOR[-/-] PT0S PT0S Cel", summary("TMP-306"));
    assertEquals("C MINOR[-/-] PT0S PT0S bool", summary("AGT-A01"));
    assertEquals("M MINOR[90.0/80.0] MAJOR[98.0/90.0] PT1M PT2M %", summary("DSK-401"));
    assertEquals("C MINOR[-/-] PT1M PT2M bool", summary("PWR-107"));
    assertEquals("S MINOR[1.0/-] MAJOR[3.0/-] PT0S PT0S /d", summary("PWR-108"));
    assertEquals("C MAJOR[-/-] PT0S PT0S bool", summary("BRD-605"));
    assertEquals("F MAJOR[-/-] PT15S PT30S 1", summary("BRD-606"));
    assertEquals("M MINOR[5.0/7.0] MAJOR[3.0/5.0] PT5M PT10M %", summary("DSK-402"));
    assertEquals("F CRITICAL[-/-] PT0S PT0S bool", summary("DSK-403"));
    assertEquals("M MINOR[9.0/-] CRITICAL[11.0/-] PT0S PT0S 1", summary("DSK-404"));
    assertEquals("M MAJOR[2.0/-] CRITICAL[3.0/-] PT0S PT0S 1", summary("DSK-405"));
    assertEquals("F MAJOR[1.0/0.0] PT0S PT0S 1", summary("DSK-406"));
    assertEquals("F CRITICAL[-/-] PT0S PT0S bool", summary("DSK-407"));
    assertEquals("M MAJOR[1.0/0.0] PT0S PT720H 1", summary("DSK-408"));
    assertEquals("M MAJOR[90.0/-] PT0S PT0S %", summary("DSK-409"));
    assertEquals("F MAJOR[3.0/0.0] PT0S PT24H /h", summary("DSK-410"));
    assertEquals("F CRITICAL[-/-] PT10S PT0S bool", summary("DSK-411"));
    assertEquals("F MAJOR[1.0/0.0] PT0S PT0S 1", summary("DSK-412"));
    assertEquals("M MINOR[10.0/15.0] MAJOR[5.0/10.0] PT2M PT4M %", summary("MEM-501"));
    assertEquals("F MAJOR[1.0/0.0] PT0S PT0S 1", summary("MEM-502"));
    assertEquals("M MINOR[11.0/10.0] CRITICAL[1.0/0.0] PT0S PT0S 1", summary("MEM-503"));
    assertEquals("S MINOR[80.0/60.0] PT15M PT30M %", summary("CPU-601"));
    assertEquals("F MAJOR[1.0/0.0] PT0S PT0S 1", summary("BRD-602"));
    assertEquals("F MAJOR[1.0/0.0] PT0S PT0S 1", summary("BRD-603"));
    assertEquals("M MINOR[-/-] PT0S PT0S bool", summary("BRD-604"));
    assertEquals("F MAJOR[3.0/0.0] PT0S PT0S 1", summary("DSP-701"));
    assertEquals("F MAJOR[-/-] PT10S PT0S bool", summary("DSP-702"));
    assertEquals("F MAJOR[30.0/-] PT0S PT0S s", summary("DSP-703"));
    assertEquals("M MINOR[1.0/0.0] MAJOR[3.0/0.0] PT0S PT0S /d", summary("DSP-704"));
    assertEquals("F MAJOR[-/-] PT30S PT1M bool", summary("NET-801"));
    assertEquals("S MINOR[7.0/-] PT0S PT30M 1", summary("NET-802"));
    assertEquals("S MINOR[-/-] PT1M PT2M Mbit/s", summary("NET-803"));
    assertEquals("S MINOR[1.0/0.1] PT15M PT30M %", summary("NET-804"));
    assertEquals("F MAJOR[-/-] PT2M PT1M bool", summary("NET-805"));
    assertEquals("M MINOR[30.0/-] MAJOR[7.0/-] PT0S PT0S d", summary("NET-806"));
    assertEquals("S MINOR[-/-] PT10M PT5M bool", summary("CLK-901"));
    assertEquals("S MINOR[2.0/-] PT0S PT0S s", summary("CLK-902"));
    assertEquals("F MAJOR[-/-] PT10S PT1M bool", summary("SVC-951"));
    assertEquals("S MAJOR[80.0/50.0] PT0S PT0S %", summary("AGT-A02"));
    assertEquals("C MINOR[-/-] PT0S PT0S bool", summary("AGT-A03"));
    assertEquals("F MAJOR[-/-] PT0S PT0S bool", summary("AGT-A04"));
    assertEquals("C MAJOR[-/-] PT0S PT0S bool", summary("AGT-A05"));
    assertEquals("C MAJOR[-/-] PT0S PT0S bool", summary("AGT-A06"));
    assertEquals("M MINOR[0.0/-] PT0S PT0S d", summary("MNT-B01"));
  }

  @Test
  void causesSuppressTheSymptomsThatAreDocumented() {
    Map<String, List<String>> documented =
        Map.of(
            "PWR-103",
            List.of("TMP-304", "NET-801", "NET-802", "NET-803", "NET-804", "NET-805", "NET-806"),
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
  void entryWithAnUnreadableDelayIsRefusedByName() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> read(complete().replace("on-delay = 30s", "on-delay = soon")));

    assertTrue(e.getMessage().startsWith("catalogue/FAN-201.properties: on-delay"));
  }

  @Test
  void symptomBeforeItsCauseIsRefused() throws IOException {
    CatalogueEntry fan = read(complete() + "suppresses = TMP-301\n");
    CatalogueEntry heat = catalogue.entry("TMP-301");

    assertThrows(IllegalArgumentException.class, () -> Catalogue.of(List.of(heat, fan)));
    assertEquals(2, Catalogue.of(List.of(fan, heat)).entries().size());
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

  private String summary(String code) {
    CatalogueEntry entry = catalogue.entry(code);
    StringBuilder text = new StringBuilder(entry.ne107().letter());
    for (Level level : entry.levels()) {
      text.append(' ').append(level.severity());
      text.append('[').append(level.raise().isPresent() ? level.raise().getAsDouble() : "-");
      text.append('/').append(level.clear().isPresent() ? level.clear().getAsDouble() : "-");
      text.append(']');
    }
    Duration off = entry.criteria().offDelay();
    return text.append(" %s %s %s".formatted(entry.confirm().onDelay(), off, entry.unit()))
        .toString();
  }
}
