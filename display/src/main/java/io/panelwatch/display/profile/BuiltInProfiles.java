package io.panelwatch.display.profile;

import io.panelwatch.display.profile.ProfileException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The profiles in the engine's own jar. */
final class BuiltInProfiles {

  private static final String SUFFIX = ".panel";
  private static final String INDEX = "index";

  private BuiltInProfiles() {}

  /** In order. */
  static List<String> names() {
    String index = new String(resource(INDEX), StandardCharsets.UTF_8);
    return index.lines().filter(line -> !line.isBlank()).sorted().toList();
  }

  static PanelProfile load(String name) throws ProfileException {
    return PanelProfile.parse(name + SUFFIX, bytes(name));
  }

  /** The file of a profile as it is. */
  static byte[] bytes(String name) throws ProfileException {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new ProfileException(
          "panel " + name, List.of(new Problem(0, "no such profile; there are " + names)));
    }
    return resource(name + SUFFIX);
  }

  private static byte[] resource(String file) {
    try (InputStream in = BuiltInProfiles.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("panel profile " + file + " is not in the engine's jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("panel profile " + file + " in the engine's jar: " + e, e);
    }
  }
}
