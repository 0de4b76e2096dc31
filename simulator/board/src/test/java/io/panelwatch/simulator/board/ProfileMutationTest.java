package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.PanelProfiles;
import io.panelwatch.display.profile.ProfileException;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.display.profile.Transport;
import io.panelwatch.hal.DeviceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A profile with one number or keyword changed, and its sum made right again, is refused by the
 * parser, or by the controller that is driven with it, or shows another picture, or is found not to
 * answer as it says. Those that are not are listed here by name: they set voltages, gamma, clocks
 * and waits, which no decoder can see.
 */
final class ProfileMutationTest {

  private static final String PROFILES =
      "../../display/src/main/resources/io/panelwatch/display/profile";

  /** What no picture depends on: key or section and opcode, # and the place behind it. */
  private static final List<String> WITHOUT_EFFECT =
      List.of(
          // Clocks, and waits that the controller does not need to the last microsecond.
          "(command|pixel|read|i2c)-clock-hz#1.*",
          "refresh-hz#1.*",
          "reset-low-us#1.*",
          "(settle|sleep-change)-ms#1.*",
          "delay#1.*",
          // A bit more or less that is looked at in an answer.
          "readback#[45].*",
          // Sends more than it needs to; or less, to a controller that keeps its window.
          "window#1: dcs-keep -> dcs",
          "window#1: dcs -> dcs-keep",
          "pixel-shift#1.*",
          // A panel that sleeps is dark whether its display was switched off before or not.
          "\\[(off|sleep)\\] 0x28#0: 0x28 -> 0x2[09]",
          "\\[off\\] 0xAD#1: 0x8A -> 0x8B",
          // Bits of COLMOD that are the parallel RGB interface's.
          "\\[init\\] 0x3A#1.*",
          // Voltages, timing and gamma of the ILI9341; its scan in areas that are not displayed.
          "\\[init\\] 0x(26|B1|C0|C1|C5|C7|CB|CF|E0|E1|E8|EA|ED|F2|F7)#.*",
          "\\[init\\] 0xB6#(1.*|2: 0x82 -> 0x8[3A]|3: 0x27 -> 0x67)",
          // Frame rates, inversion of voltages, and voltages of the ST7735S.
          "\\[init\\] 0x(B2|B3|B4|C2|C3|C4)#.*",
          // Clock, contrast, voltages of the OLEDs; and what a reset sets anyway.
          "\\[init\\] 0x(32|81|D5|D9|DB)#.*",
          "\\[init\\] 0x(A6#0: 0xA6 -> 0xAE|AE#0: 0xAE -> 0xA6|DA#0: 0xDA -> 0xDB)",
          "\\[init\\] 0xD3#(0: 0xD3 -> 0xDB|1: 0x00 -> 0x40)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ili9341",
        "ili9486",
        "ili9486-hat",
        "ili9488",
        "st7789v",
        "st7789v-240x240",
        "st7789v-170x320",
        "st7735s",
        "ssd1306",
        "sh1106"
      })
  void changedProfileIsRefusedOrShowsAnotherPicture(String name) throws Exception {
    Set<String> survivors = new TreeSet<>();
    for (ProfileMutants.Mutant mutant : ProfileMutants.of(file(name))) {
      if (WITHOUT_EFFECT.stream().noneMatch(mutant.change()::matches) && survives(name, mutant)) {
        survivors.add(mutant.change());
      }
    }
    assertEquals(Set.of(), survivors);
  }

  private static byte[] file(String name) throws IOException {
    Path module = Path.of(System.getProperty("basedir", "."));
    return PanelProfiles.read(module.resolve(PROFILES).resolve(name + ".panel"));
  }

  private static boolean survives(String name, ProfileMutants.Mutant mutant) throws Exception {
    ControllerProfile profile;
    try {
      profile = (ControllerProfile) PanelProfile.parse(mutant.change(), mutant.text());
    } catch (ProfileException refused) {
      return false;
    }
    for (Rotation rotation : rotationsToTry(mutant, profile)) {
      for (Transport transport : profile.transports()) {
        if (!works(name, profile, rotation, transport)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Collection<Rotation> rotationsToTry(
      ProfileMutants.Mutant mutant, ControllerProfile profile) {
    return mutant.label().startsWith("[") ? List.of(Rotation.BY_0) : profile.rotations();
  }

  private static boolean works(
      String module, ControllerProfile profile, Rotation rotation, Transport transport)
      throws InterruptedException {
    try (PanelRig rig = new PanelRig(profile, module, rotation, transport)) {
      unlikeAnythingTurned(rig.frame);
      rig.show();
      if (rig.difference().isPresent()) {
        return false;
      }
      rig.frame.fillRect(3, rig.frame.height() - 9, 7, 2, (short) 0xFFFF);
      rig.frame.fillRect(3, 9, 7, 2, (short) 0xFFFF);
      rig.show();
      if (rig.difference().isPresent() || !findsAReset(rig)) {
        return false;
      }
      rig.panel.sleep();
      boolean dark = !rig.lcd.counters().displayOn();
      rig.panel.wake();
      boolean awake = rig.difference().isEmpty();
      rig.panel.off();
      return dark && awake;
    } catch (DeviceException | RuntimeException | AssertionError refused) {
      return false;
    }
  }

  /** A panel that answers is well by its profile, and not any more once it has reset itself. */
  private static boolean findsAReset(PanelRig rig) throws DeviceException, InterruptedException {
    rig.panel.check();
    boolean well = rig.panel.counters().selfResets() == 0;
    rig.suffer(new LcdGlitch.ResetByItself());
    rig.panel.check();
    if (rig.profile.readbacks().isEmpty()) {
      rig.panel.renew();
      return well;
    }
    return well && rig.panel.counters().selfResets() == 1;
  }

  /** Corners and colours are all different, and every pixel is set. */
  private static void unlikeAnythingTurned(Frame frame) {
    int width = frame.width();
    int height = frame.height();
    frame.fill((short) 0x18E3);
    frame.fillRect(0, 0, width / 2, height / 3, (short) 0xF800);
    frame.fillRect(width / 2, height / 2, width, height, (short) 0xFFE0);
    frame.fillRect(1, 1, 5, 3, (short) 0xFFFF);
    frame.setPixel(0, 0, (short) 0xFFFF);
    frame.setPixel(width - 1, 0, (short) 0xFFFF);
    frame.setPixel(0, height - 1, (short) 0x001F);
  }
}
