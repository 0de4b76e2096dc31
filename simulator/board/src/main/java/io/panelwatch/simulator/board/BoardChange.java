package io.panelwatch.simulator.board;

import static io.panelwatch.simulator.board.Component.BATTERY;
import static io.panelwatch.simulator.board.Component.CERTIFICATE;
import static io.panelwatch.simulator.board.Component.DISK1;
import static io.panelwatch.simulator.board.Component.DISK2;
import static io.panelwatch.simulator.board.Component.DRIVE;
import static io.panelwatch.simulator.board.Component.FAN1;
import static io.panelwatch.simulator.board.Component.FAN2;
import static io.panelwatch.simulator.board.Component.LCD;
import static io.panelwatch.simulator.board.Component.LINK;
import static io.panelwatch.simulator.board.Component.MAINS;
import static io.panelwatch.simulator.board.Component.MEMORY;
import static io.panelwatch.simulator.board.Component.POWER_FAIL;
import static io.panelwatch.simulator.board.Component.PRINTER;
import static io.panelwatch.simulator.board.Component.RAID;
import static io.panelwatch.simulator.board.Component.RAIL_12V;
import static io.panelwatch.simulator.board.Component.RAIL_3V3;
import static io.panelwatch.simulator.board.Component.RAIL_5V;
import static io.panelwatch.simulator.board.Component.SERVICE;
import static io.panelwatch.simulator.board.Component.SOC;

import java.util.Set;

/**
 * Something done to the simulated board by hand: broken, repaired, unplugged, set to a value.
 *
 * <p>Each constructor refuses what makes no sense with an {@link IllegalArgumentException} of one
 * sentence. {@link BoardChanges#parse} reads them from the console's bodies.
 */
public sealed interface BoardChange {

  /** The part that is changed. */
  Component component();

  /** A fan is held, or let go. */
  record FanStopped(Component component, boolean stopped) implements BoardChange {
    public FanStopped {
      requireOneOf(component, FAN1, FAN2);
    }
  }

  /** The mains plug is in, or pulled. */
  record MainsOnline(boolean online) implements BoardChange {
    @Override
    public Component component() {
      return MAINS;
    }
  }

  /** The battery's charge is set, and drains or charges on from there. */
  record BatteryPercent(double percent) implements BoardChange {
    public BatteryPercent {
      requireRange("percent", percent, 0, 100);
    }

    @Override
    public Component component() {
      return BATTERY;
    }
  }

  /** A disk is filled to that level, and fills on from there. */
  record DiskUsed(Component component, double usedPercent) implements BoardChange {
    public DiskUsed {
      requireOneOf(component, DISK1, DISK2);
      requireRange("usedPercent", usedPercent, 0, 100);
    }
  }

  /** A disk fills at another rate; a negative one empties it. */
  record DiskFills(Component component, double percentPerHour) implements BoardChange {
    public DiskFills {
      requireOneOf(component, DISK1, DISK2);
      requireRange("percentPerHour", percentPerHour, -10_000, 10_000);
    }
  }

  /** The SoC is held at a temperature until it is {@link Repaired}. */
  record SocHeld(double celsius) implements BoardChange {
    public SocHeld {
      // Wider than any chip survives, so that implausible readings can be provoked too.
      requireRange("celsius", celsius, -100, 200);
    }

    @Override
    public Component component() {
      return SOC;
    }
  }

  /** A rail is held at a voltage until it is {@link Repaired}. */
  record RailHeld(Component component, double milliVolts) implements BoardChange {
    public RailHeld {
      requireOneOf(component, RAIL_12V, RAIL_5V, RAIL_3V3);
      requireRange("milliVolts", milliVolts, 0, 24_000);
    }
  }

  /** The network cable is in, or pulled. */
  record LinkUp(boolean up) implements BoardChange {
    @Override
    public Component component() {
      return LINK;
    }
  }

  /** A change of something that has no physics. */
  sealed interface OfPeripheral extends BoardChange {}

  /** Programs leave that much of the memory to others, 0 to 100 percent. */
  record MemoryAvailable(double percent) implements OfPeripheral {
    public MemoryAvailable {
      requireRange("availablePercent", percent, 0, 100);
    }

    @Override
    public Component component() {
      return MEMORY;
    }
  }

  /** The certificate of the link ends in so many days; negative: it has ended. */
  record CertificateDays(double days) implements OfPeripheral {
    public CertificateDays {
      requireRange("daysLeft", days, -3650, 3650);
    }

    @Override
    public Component component() {
      return CERTIFICATE;
    }
  }

  /** The kernel drives the disk, or has given it up. */
  record DriveOnline(boolean online) implements OfPeripheral {
    @Override
    public Component component() {
      return DRIVE;
    }
  }

  /** So many more requests to the disk have failed. */
  record DriveErrors(int more) implements OfPeripheral {
    public DriveErrors {
      requireRange("ioErrors", more, 1, 1000);
    }

    @Override
    public Component component() {
      return DRIVE;
    }
  }

  /** The mirror lacks none of its two disks, or one. */
  record RaidMissing(int disks) implements OfPeripheral {
    public RaidMissing {
      requireRange("missingDisks", disks, 0, 1);
    }

    @Override
    public Component component() {
      return RAID;
    }
  }

  /** The printer is plugged in, or not. */
  record PrinterAttached(boolean attached) implements OfPeripheral {
    @Override
    public Component component() {
      return PRINTER;
    }
  }

  /** The kiosk's service has failed, or runs. */
  record ServiceFailed(boolean failed) implements OfPeripheral {
    @Override
    public Component component() {
      return SERVICE;
    }
  }

  /** The supply of the cabinet says by its line that it is failing, or is well. */
  record PowerFailing(boolean active) implements OfPeripheral {
    @Override
    public Component component() {
      return POWER_FAIL;
    }
  }

  /** Something happens to the panel or its link. */
  record LcdSuffers(LcdGlitch glitch) implements BoardChange {
    @Override
    public Component component() {
      return LCD;
    }
  }

  /**
   * Every read of the part fails from now on; for the LCD, every write.
   *
   * @param errno as in errno(3), 1 to 133 on Linux
   */
  record SensorFails(Component component, int errno) implements BoardChange {
    public SensorFails {
      requireRange("fails", errno, 1, 133);
    }
  }

  /** Every read of the part blocks until it is {@link Repaired}; for the LCD, every write. */
  record SensorHangs(Component component) implements BoardChange {}

  /**
   * Everything that was done to the part is undone: a fan turns, the plug is in, a disk is purged
   * to where it began, a held value is let go, the panel is plugged in and its link is good, the
   * sensor can be read.
   */
  record Repaired(Component component) implements BoardChange {}

  private static void requireOneOf(Component component, Component... fitting) {
    if (!Set.of(fitting).contains(component)) {
      throw new IllegalArgumentException(component.id() + " cannot be changed in this way.");
    }
  }

  private static void requireRange(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s must be a number from %.0f to %.0f, not %s.".formatted(name, least, most, value));
    }
  }
}
