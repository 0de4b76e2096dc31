package io.panelwatch.agent.command;

import io.panelwatch.agent.fault.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The language of who sits at the terminal. */
final class UserLanguage {

  /**
   * In the order in which they count: what the launcher hands over, since it gives this program a
   * locale of its own, and then as in locale(7).
   */
  private static final List<String> VARIABLES =
      List.of("PANELWATCH_LANG", "LC_ALL", "LC_MESSAGES", "LANG");

  private UserLanguage() {}

  /** What the environment asks for, English where it asks for another one or for none. */
  static Language of(Map<String, String> environment) {
    String locale =
        VARIABLES.stream()
            .map(variable -> environment.getOrDefault(variable, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return Stream.of(Language.values())
        .filter(language -> locale.startsWith(word(language)))
        .findFirst()
        .orElse(Language.EN);
  }

  /** The words of a command in a language: {@code NAME_en.properties} and its like. */
  static ResourceBundle words(String name, Language language) {
    return ResourceBundle.getBundle(
        "io.panelwatch.agent.command." + name, Locale.of(word(language)));
  }

  private static String word(Language language) {
    return language.name().toLowerCase(Locale.ROOT);
  }
}
