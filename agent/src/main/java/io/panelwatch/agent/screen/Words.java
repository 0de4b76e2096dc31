package io.panelwatch.agent.screen;

import io.panelwatch.agent.fault.Language;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of all screens in one language. Immutable. */
final class Words {

  private static final Map<Language, Words> ALL =
      Arrays.stream(Language.values())
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  Words::read,
                  (one, other) -> one,
                  () -> new EnumMap<>(Language.class)));

  private final String file;
  private final Properties texts;

  private Words(String file, Properties texts) {
    this.file = file;
    this.texts = texts;
  }

  static Words in(Language language) {
    Words words = ALL.get(language);
    if (words == null) {
      throw new IllegalArgumentException("no words in " + language);
    }
    return words;
  }

  /**
   * One text.
   *
   * @param key as in the file
   * @param parts fill {@code %1$s} and so on
   * @throws IllegalArgumentException when the file has no such key
   */
  String of(String key, Object... parts) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException(file + " has no " + key);
    }
    return String.format(Locale.ROOT, text, parts);
  }

  /** The text of a word that others may extend, such as a ticket's state; itself when unknown. */
  String known(String prefix, String word) {
    return texts.getProperty(prefix + word, word);
  }

  private static Words read(Language language) {
    String file = "words_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
    Properties texts = new Properties();
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new FileNotFoundException(file + " is not in this package");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Words(file, texts);
  }
}
