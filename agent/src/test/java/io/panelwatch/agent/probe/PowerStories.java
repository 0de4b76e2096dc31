package io.panelwatch.agent.probe;

import java.util.List;

/** How a board loses its power. */
final class PowerStories {

  static final List<CodeStory> ALL =
      List.of(CodeStory.ofFile("PWR-103", "AC", "sys/class/power_supply/AC/online", "0", "1"));

  private PowerStories() {}
}
