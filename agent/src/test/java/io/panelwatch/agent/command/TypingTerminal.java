package io.panelwatch.agent.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Somebody who types what a test tells, and closes the terminal when that is all. */
final class TypingTerminal implements Terminal {

  /** What was asked, in order. */
  final List<String> questions = new ArrayList<>();

  /** What was typed unseen, as whoever asked has left it. */
  final List<char[]> secrets = new ArrayList<>();

  private final Deque<String> answers;

  TypingTerminal(List<String> answers) {
    this.answers = new ArrayDeque<>(answers);
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public Optional<char[]> secret(String question) {
    Optional<char[]> secret = line(question).map(String::toCharArray);
    secret.ifPresent(secrets::add);
    return secret;
  }

  @Override
  public Optional<String> line(String question) {
    questions.add(question);
    return Optional.ofNullable(answers.poll());
  }
}
