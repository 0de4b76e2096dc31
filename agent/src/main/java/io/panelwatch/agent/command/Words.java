package io.panelwatch.agent.command;

import io.panelwatch.agent.fault.Language;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a command says, in one language. Codes, names and times stay. */
final class Words {

  private final ResourceBundle words;

  /**
   * @param name of the file of words: {@code store}
   */
  Words(String name, Language language) {
    words = UserLanguage.words(name, language);
  }

  /** A text of the file, with its {@code %1$s} filled in. */
  String say(String key, Object... parts) {
    return String.format(Locale.ROOT, words.getString(key), parts);
  }

  /** The text for a word that a newer daemon may say as well; then it is told as it is. */
  String sayOr(String key, String otherwise) {
    return words.containsKey(key) ? say(key) : otherwise;
  }
}
