package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Language;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands say is there in both languages, with the same parts filled in. */
class CommandWordsTest {

  private static final Pattern PART = Pattern.compile("%[0-9]\\$s");

  @ParameterizedTest
  @ValueSource(strings = {"catalogue", "faults", "log", "store", "technician", "watch"})
  void everyTextIsThereInBothLanguages(String name) {
    ResourceBundle english = UserLanguage.words(name, Language.EN);
    ResourceBundle chinese = UserLanguage.words(name, Language.ZH);

    assertEquals(english.keySet(), chinese.keySet());
    for (String key : english.keySet()) {
      assertEquals(parts(english.getString(key)), parts(chinese.getString(key)), key);
    }
  }

  private static Object parts(String text) {
    return PART.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
