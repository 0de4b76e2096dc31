package io.panelwatch.display.controller;

import io.panelwatch.hal.BoardClock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The modules that can be bought: a controller, the glass that is bonded to it and how its straps
 * are set, by name.
 */
public final class Modules {

  private static final Map<String, Controller.Factory> BY_NAME = Map.of("ili9341", Ili9341::new);

  private Modules() {}

  /** All names. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** The module of that name. */
  public static Optional<Controller.Factory> named(String module) {
    return Optional.ofNullable(BY_NAME.get(module));
  }

  /** A module of that name that gets power now; empty when none has the name. */
  public static Optional<Controller> create(String module, BoardClock clock) {
    return named(module).map(factory -> factory.powerOn(clock::monotonicNanos));
  }
}
