package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.command.Colours.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColoursTest {

  private static final Terminal SOMEBODY = new TypingTerminal(List.of());
  private static final Terminal NOBODY = new Terminal.OfConsole(Optional.empty());
  private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");

  @Test
  void terminalHasColoursAndAPipeHasNone() {
    assertTrue(Colours.of(When.AUTO, SOMEBODY, XTERM).on());
    assertFalse(Colours.of(When.AUTO, NOBODY, XTERM).on());
  }

  @Test
  void whoWantsNoColoursOrCannotShowThemGetsNone() {
    assertFalse(Colours.of(When.AUTO, SOMEBODY, Map.of("TERM", "dumb")).on());
    assertFalse(Colours.of(When.AUTO, SOMEBODY, Map.of()).on());
    assertFalse(Colours.of(When.AUTO, SOMEBODY, Map.of("TERM", "xterm", "NO_COLOR", "1")).on());
    assertTrue(Colours.of(When.AUTO, SOMEBODY, Map.of("TERM", "xterm", "NO_COLOR", "")).on());
  }

  @Test
  void optionHasTheLastWord() {
    assertTrue(Colours.of(When.ALWAYS, NOBODY, Map.of("NO_COLOR", "1")).on());
    assertFalse(Colours.of(When.NEVER, SOMEBODY, XTERM).on());
  }

  @Test
  void textWithoutColoursIsUntouched() {
    assertEquals("fan1", new Colours(false).active("CRITICAL").apply("fan1"));
    assertEquals("\u001b[1;31mfan1\u001b[0m", new Colours(true).active("CRITICAL").apply("fan1"));
  }
}
