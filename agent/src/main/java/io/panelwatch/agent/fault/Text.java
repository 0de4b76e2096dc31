package io.panelwatch.agent.fault;

/** A sentence in both languages of the house. */
public record Text(String en, String zh) {

  /** No text at all. */
  public static final Text NONE = new Text("", "");

  /** Whether there is nothing to say. */
  public boolean isEmpty() {
    return en.isEmpty() && zh.isEmpty();
  }

  /** The sentence in one language. */
  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }
}
