package io.panelwatch.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.hal.Measured;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.contract.SensorSourceContract;
import io.panelwatch.simulator.board.BoardChange.Repaired;
import io.panelwatch.simulator.board.BoardChange.SensorFails;
import io.panelwatch.simulator.board.BoardChange.SensorHangs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every family passes the contract; below it, what only a simulated sensor can be told to do. */
final class SimulatedSourceTest {

  private abstract static class Family extends SensorSourceContract {
    private final SensorFamily family;
    private final Component part;

    Family(SensorFamily family, Component part) {
      this.family = family;
      this.part = part;
    }

    @Override
    protected SensorSource source() {
      return sourceOf(board());
    }

    @Override
    protected Optional<SensorSource> sourceWithoutChannels() {
      return Optional.empty();
    }

    @Override
    protected Optional<SensorSource> sourceWithAnUnreadableChannel() {
      SimulatedBoard board = board();
      board.apply(new SensorFails(part, 5));
      return Optional.of(sourceOf(board));
    }

    private SensorSource sourceOf(SimulatedBoard board) {
      return new BoardProbe(board).source(family);
    }
  }

  @Nested
  final class Fans extends Family {
    Fans() {
      super(SensorFamily.FANS, Component.FAN2);
    }
  }

  @Nested
  final class Temperatures extends Family {
    Temperatures() {
      super(SensorFamily.TEMPERATURES, Component.SOC);
    }
  }

  @Nested
  final class Rails extends Family {
    Rails() {
      super(SensorFamily.RAILS, Component.RAIL_5V);
    }
  }

  @Nested
  final class PowerSupplies extends Family {
    PowerSupplies() {
      super(SensorFamily.POWER_SUPPLIES, Component.MAINS);
    }
  }

  @Nested
  final class FileSystems extends Family {
    FileSystems() {
      super(SensorFamily.FILE_SYSTEMS, Component.DISK1);
    }
  }

  @Nested
  final class NetLinks extends Family {
    NetLinks() {
      super(SensorFamily.NET_LINKS, Component.LINK);
    }
  }

  @Nested
  final class Clock extends Family {
    Clock() {
      super(SensorFamily.CLOCK, Component.CLOCK);
    }
  }

  @Nested
  final class Certificates extends Family {
    Certificates() {
      super(SensorFamily.CERTIFICATES, Component.CERTIFICATE);
    }
  }

  @Nested
  final class UsbDevices extends Family {
    UsbDevices() {
      super(SensorFamily.USB_DEVICES, Component.PRINTER);
    }
  }

  @Nested
  final class Units extends Family {
    Units() {
      super(SensorFamily.UNITS, Component.SERVICE);
    }
  }

  @Nested
  final class Disks extends Family {
    Disks() {
      super(SensorFamily.DISKS, Component.DRIVE);
    }
  }

  @Nested
  final class RaidArrays extends Family {
    RaidArrays() {
      super(SensorFamily.RAID_ARRAYS, Component.RAID);
    }
  }

  @Nested
  final class MainMemory extends Family {
    MainMemory() {
      super(SensorFamily.MEMORY, Component.MEMORY);
    }
  }

  @Test
  void failingSensorSaysItsErrnoAndItsNeighbourGoesOn() {
    SimulatedBoard board = board();
    BoardProbe probe = new BoardProbe(board);

    board.apply(new SensorFails(Component.FAN1, 19));

    var failed = assertInstanceOf(Measured.Failed.class, probe.fan(Component.FAN1).rpm());
    assertEquals(19, failed.errno());
    assertTrue(probe.rpm(Component.FAN2) > 0);
    board.apply(new Repaired(Component.FAN1));
    assertTrue(probe.rpm(Component.FAN1) > 0);
  }

  @Test
  void hangingSensorBlocksItsReaderUntilItIsRepairedAndNobodyElse() throws Exception {
    SimulatedBoard board = board();
    board.apply(new SensorHangs(Component.FAN1));

    BackgroundRead hung = new BackgroundRead(board);
    hung.awaitBlocked();

    assertTrue(new BoardProbe(board).celsius() > 0, "another family is read");
    assertEquals("hangs", board.describe().get("fan1").get("sensor"));
    board.apply(new Repaired(Component.FAN1));
    assertEquals(2, hung.samples().size());
  }

  @Test
  void closingTheBoardLetsAHangingReaderGo() throws Exception {
    SimulatedBoard board = board();
    board.apply(new SensorHangs(Component.FAN1));
    BackgroundRead hung = new BackgroundRead(board);
    hung.awaitBlocked();

    board.close();

    Sample.Fan fan = (Sample.Fan) hung.samples().getFirst();
    assertInstanceOf(Measured.Failed.class, fan.rpm());
  }

  @Test
  void interruptedReaderOfAHangingSensorGetsAFailedReading() throws Exception {
    SimulatedBoard board = board();
    board.apply(new SensorHangs(Component.FAN1));
    BackgroundRead hung = new BackgroundRead(board);
    hung.awaitBlocked();

    hung.thread.interrupt();

    Sample.Fan fan = (Sample.Fan) hung.samples().getFirst();
    assertInstanceOf(Measured.Failed.class, fan.rpm());
  }

  /** A read of the fans on a thread of its own, as the agent does it. */
  private static final class BackgroundRead {
    private final CompletableFuture<List<? extends Sample>> read = new CompletableFuture<>();
    private final Thread thread;

    BackgroundRead(SimulatedBoard board) {
      SensorSource fans = new BoardProbe(board).source(SensorFamily.FANS);
      thread = Thread.ofPlatform().daemon().start(() -> read(fans));
    }

    /** Returns once the reader waits; fails when it ended instead. */
    void awaitBlocked() {
      while (thread.getState() != Thread.State.WAITING) {
        assertFalse(read.isDone(), "the read was to hang");
        Thread.onSpinWait();
      }
    }

    List<? extends Sample> samples() throws Exception {
      return read.get(30, TimeUnit.SECONDS);
    }

    private void read(SensorSource fans) {
      try {
        read.complete(fans.read());
      } catch (Exception e) {
        read.completeExceptionally(e);
      }
    }
  }

  private static SimulatedBoard board() {
    return SimulatedBoard.create(new ManualClock(), 1);
  }
}
