package io.panelwatch.simulator.board;

import io.panelwatch.hal.Board;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.BoardIdentity;
import io.panelwatch.hal.BoardInventory;
import io.panelwatch.hal.BootInfo;
import io.panelwatch.hal.InputLines;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.simulator.board.BoardChange.LcdSuffers;
import io.panelwatch.simulator.board.BoardChange.Repaired;
import io.panelwatch.simulator.board.BoardChange.SensorFails;
import io.panelwatch.simulator.board.BoardChange.SensorHangs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A board that exists in memory, behind the same ports as a real one.
 *
 * <pre>{@code
 * SimulatedBoard board = SimulatedBoard.create(clock, 1);
 * board.apply(new BoardChange.FanStopped(Component.FAN1, true));
 * board.sources();    // what the agent's probes read
 * board.lcd().spi();  // what the LCD engine writes to
 * board.lcd().picture();
 * }</pre>
 *
 * <p>Its parts are those of {@link Component}; a {@linkplain PhysicalModel physical model} moves
 * them with the clock it was given, so two boards with the same seed and the same changes at the
 * same times tell the same. Thread-safe.
 */
public final class SimulatedBoard implements Board {

  private static final BoardIdentity IDENTITY =
      new BoardIdentity("panelwatch simulated board", "SIM-0001");

  private final BoardClock clock;
  private final String bootId = UUID.randomUUID().toString();
  private final long startedNanos;
  private final PhysicalModel model;
  private final SensorGate gate = new SensorGate();
  private final SimulatedEvents events = new SimulatedEvents();
  private final SimulatedLines lines = new SimulatedLines(gate);
  private final List<SensorSource> sources;
  private final SimulatedPanel panel;
  private final SimulatedButtons buttons = new SimulatedButtons();

  private SimulatedBoard(BoardClock clock, long seed, String panelModule) {
    this.clock = clock;
    this.startedNanos = clock.monotonicNanos();
    this.model = new PhysicalModel(clock.monotonicNanos(), seed);
    this.panel =
        panelModule.equals("fbdev")
            ? new FramebufferLcd(clock, gate)
            : new VirtualLcd(clock, gate, panelModule);
    Supplier<BoardState> now = this::state;
    this.sources =
        SensorFamily.ofBoards().stream()
            .filter(family -> !Component.of(family).isEmpty())
            .map(family -> (SensorSource) new SimulatedSource(family, gate, clock, now))
            .toList();
  }

  /** A board with an ILI9341, see {@link #create(BoardClock, long, String)}. */
  public static SimulatedBoard create(BoardClock clock, long seed) {
    return create(clock, seed, "ili9341");
  }

  /**
   * A board at rest: everything works, the SoC is warm, the battery is full, the LCD just powered
   * on.
   *
   * @param clock what the board lives by
   * @param seed of the small noise on its sensors
   * @param panelModule its panel, one of {@link io.panelwatch.display.controller.Modules}, or
   *     {@code fbdev}
   * @throws IllegalArgumentException when there is no such module
   */
  public static SimulatedBoard create(BoardClock clock, long seed, String panelModule) {
    return new SimulatedBoard(clock, seed, panelModule);
  }

  @Override
  public BoardIdentity identity() {
    return IDENTITY;
  }

  /** Every board that is made is a boot of its own. */
  @Override
  public BootInfo boot() {
    return new BootInfo(bootId, Duration.ofNanos(clock.monotonicNanos() - startedNanos));
  }

  @Override
  public BoardClock clock() {
    return clock;
  }

  @Override
  public List<SensorSource> sources() {
    return sources;
  }

  @Override
  public BoardInventory inventory() {
    return SimulatedInventory.ALL;
  }

  /** Tells of everything that is {@linkplain #apply applied} to what has a source. */
  @Override
  public BoardEvents events() {
    return events;
  }

  /**
   * One line, {@code POWER_FAIL_N}, by which the supply of the cabinet says that it is failing: low
   * then. It is moved by hand only, and not by {@link Component#MAINS}.
   */
  @Override
  public Optional<InputLines> inputLines() {
    return Optional.of(lines);
  }

  /** The panel, whatever it hangs on. */
  public SimulatedPanel panel() {
    return panel;
  }

  /**
   * The panel of a board that has a controller on a bus: its link, its lines, its light.
   *
   * @throws IllegalStateException when the panel is a framebuffer
   */
  public VirtualLcd lcd() {
    if (panel instanceof VirtualLcd lcd) {
      return lcd;
    }
    throw new IllegalStateException("the panel of this board is a framebuffer");
  }

  /**
   * The panel of a board whose kernel shows it as a framebuffer.
   *
   * @throws IllegalStateException when the panel hangs on a bus
   */
  public FramebufferLcd framebuffer() {
    if (panel instanceof FramebufferLcd framebuffer) {
      return framebuffer;
    }
    throw new IllegalStateException("the panel of this board hangs on a bus");
  }

  /** The four buttons below the panel. */
  public SimulatedButtons buttons() {
    return buttons;
  }

  /** Breaks, repairs or sets a part, now. */
  public void apply(BoardChange change) {
    switch (change) {
      case SensorFails(Component part, int errno) -> gate.fail(part, errno);
      case SensorHangs(Component part) -> gate.hang(part);
      case LcdSuffers(LcdGlitch glitch) -> panel.suffer(glitch);
      case Repaired(Component part) -> {
        gate.repair(part);
        if (part == Component.LCD) {
          panel.suffer(new LcdGlitch.Healed());
        }
        applyToModel(change);
      }
      default -> applyToModel(change);
    }
    events.changed(change.component());
  }

  /**
   * The board as it is now: for each {@linkplain Component#id() part} its attributes, whose values
   * are Boolean, Number or String.
   */
  public Map<String, Map<String, Object>> describe() {
    return BoardDescription.of(state(), gate, panel, clock.wallTrusted());
  }

  /** Lets every hanging read go; later ones fail with ENODEV. */
  @Override
  public void close() {
    gate.close();
    buttons.close();
  }

  private BoardState state() {
    synchronized (model) {
      model.advanceTo(clock.monotonicNanos());
      return model.state();
    }
  }

  private void applyToModel(BoardChange change) {
    synchronized (model) {
      model.advanceTo(clock.monotonicNanos());
      model.apply(change);
      lines.powerFailing(model.state().peripherals().powerFailing());
    }
  }
}
