package io.panelwatch.agent.probe;

import java.util.List;

/** How the agent loses sight of a board. */
final class AgentStories {

  private static final String ZONE = "sys/class/thermal/thermal_zone1/temp";

  static final List<CodeStory> ALL =
      List.of(CodeStory.ofFile("AGT-A01", "ambient-thermal", ZONE, "hot", "21000"));

  private AgentStories() {}
}
