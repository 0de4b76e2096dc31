package io.panelwatch.agent.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Severity;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class WordsTest {

  private static final Pattern PART = Pattern.compile("%\\d\\$s");

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSameParts() throws IOException {
    Properties en = read("words_en.properties");
    Properties zh = read("words_zh.properties");
    assertEquals(en.keySet(), zh.keySet());
    for (String key : en.stringPropertyNames()) {
      assertEquals(parts(en.getProperty(key)), parts(zh.getProperty(key)), key);
    }
  }

  @Test
  void unknownKeyIsRefusedAndAnUnknownStateIsShownAsItCame() {
    Words words = Words.in(Language.EN);
    assertThrows(IllegalArgumentException.class, () -> words.of("no.such.text"));
    assertEquals("on-hold", words.known("ticket.state.", "on-hold"));
    assertEquals("assigned", words.known("ticket.state.", "assigned"));
  }

  @Test
  void qrTemplateIsFilledWithEncodedValues() {
    var fault = States.fault("DSK-401", Severity.MINOR, PublicImpact.NONE);
    assertEquals(
        "https://example.org/a%2Fb%20c?code=DSK-401&of=part1&id=ID-DSK-401",
        QrPayload.of(
            "https://example.org/{device}?code={code}&of={component}&id={faultId}",
            "a/b c",
            fault));
  }

  private static List<String> parts(String text) {
    return PART.matcher(text).results().map(MatchResult::group).sorted().distinct().toList();
  }

  private static Properties read(String file) throws IOException {
    Properties texts = new Properties();
    try (var in = Words.class.getResourceAsStream(file)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
