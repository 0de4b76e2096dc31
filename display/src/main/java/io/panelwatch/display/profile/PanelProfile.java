package io.panelwatch.display.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * All that the engine knows about one kind of panel, as a text file says it.
 *
 * <p>A {@link ControllerProfile} is a controller that the engine drives itself; a {@link
 * KernelProfile} is a framebuffer whose driver is in the kernel. {@link
 * io.panelwatch.display.profile} tells the form of the file.
 *
 * <p>Immutable, for any thread.
 */
public sealed interface PanelProfile permits ControllerProfile, KernelProfile {

  /** The name that {@code --panel} takes: lower-case letters, digits and dashes, 32 at most. */
  String name();

  /** What the numbers were taken from. */
  String datasheet();

  /**
   * How far the engine may move the whole picture against burn-in, in pixels to each side; 0 where
   * the glass does not burn in.
   */
  int pixelShiftPx();

  /** The names of the profiles that come with the engine, in order. */
  static List<String> names() {
    return BuiltInProfiles.names();
  }

  /**
   * One of the profiles that come with the engine.
   *
   * @throws ProfileException when there is none of that name
   */
  static PanelProfile load(String name) throws ProfileException {
    return BuiltInProfiles.load(name);
  }

  /**
   * Reads a profile and checks it whole, before anything of it may reach a panel.
   *
   * @param origin where the text is from, for the errors: a file name
   * @throws ProfileException with every error and its line
   */
  static PanelProfile parse(String origin, String text) throws ProfileException {
    return parse(origin, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a profile from the bytes of its file and checks it whole.
   *
   * @param origin where the bytes are from, for the errors: a file name
   * @param bytes UTF-8
   * @throws ProfileException with every error and its line
   */
  static PanelProfile parse(String origin, byte[] bytes) throws ProfileException {
    return new ProfileParser(origin).parse(bytes);
  }
}
