package io.panelwatch.agent.daemon;

import io.panelwatch.display.controller.Modules;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.Geometry;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.ProfileException;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which module a profile drives: a profile of an integrator's own is one of a known module where
 * that has the controller, the glass and the register width that it names.
 */
public final class KnownModules {

  private KnownModules() {}

  /** The module's name, one of {@link Modules#names}, that of the profile first; empty for none. */
  public static Optional<String> of(ControllerProfile profile) {
    return Modules.names().stream()
        .sorted(
            Comparator.<String, Boolean>comparing(name -> !name.equals(profile.name()))
                .thenComparing(Comparator.naturalOrder()))
        .filter(name -> isSuch(name, profile))
        .findFirst();
  }

  /** Everything that a module must have for it to be known, for a person. */
  public static String described(ControllerProfile profile) {
    Geometry glass = profile.geometry();
    return "%s with registers of %d bits, glass of %d x %d and memory of %d x %d"
        .formatted(
            profile.controller(),
            profile.registerBits(),
            glass.width(),
            glass.height(),
            glass.memoryWidth(),
            glass.memoryHeight());
  }

  private static boolean isSuch(String module, ControllerProfile profile) {
    try {
      return PanelProfile.load(module) instanceof ControllerProfile known
          && known.controller().equals(profile.controller())
          && known.geometry().equals(profile.geometry())
          && known.registerBits() == profile.registerBits();
    } catch (ProfileException e) {
      throw new IllegalStateException("the engine's own profile of " + module + " is bad", e);
    }
  }
}
