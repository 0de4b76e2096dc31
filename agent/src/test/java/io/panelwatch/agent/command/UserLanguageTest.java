package io.panelwatch.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserLanguageTest {

  @Test
  void localeThatTheLauncherSetsDoesNotHideTheLanguageThatItHandsOver() {
    assertEquals(
        Language.ZH,
        UserLanguage.of(Map.of("PANELWATCH_LANG", "zh_CN.UTF-8", "LC_ALL", "C.UTF-8")));
    assertEquals(Language.EN, UserLanguage.of(Map.of("PANELWATCH_LANG", "", "LC_ALL", "C.UTF-8")));
  }

  @Test
  void withoutALauncherItIsTheLocalesInItsOrder() {
    assertEquals(Language.ZH, UserLanguage.of(Map.of("LANG", "zh_CN.UTF-8")));
    assertEquals(
        Language.EN, UserLanguage.of(Map.of("LC_MESSAGES", "C.UTF-8", "LANG", "zh_CN.UTF-8")));
  }
}
