package io.panelwatch.agent.fault.rule;

import java.util.List;

/** The rules of this program, causes before their symptoms. */
public final class Rules {

  private static final List<Rule> ALL =
      List.of(
          new MainsLost(),
          new FanStopped(),
          new SocHot(),
          new DiskSpace(),
          new PanelRefusal(),
          new PanelAbsent(),
          new PanelFrozen(),
          new PanelReset());

  private Rules() {}

  /** One rule for each code of the catalogue, in its order. */
  public static List<Rule> all() {
    return ALL;
  }
}
