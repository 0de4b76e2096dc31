package io.panelwatch.agent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.agent.fault.Acknowledged;
import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.DtcStatus;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.FaultKind;
import io.panelwatch.agent.fault.FaultTransition;
import io.panelwatch.agent.fault.FaultType;
import io.panelwatch.agent.fault.FreezeFrame;
import io.panelwatch.agent.fault.Level;
import io.panelwatch.agent.fault.Limit;
import io.panelwatch.agent.fault.Ne107;
import io.panelwatch.agent.fault.Occurrence;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.fault.Resolution;
import io.panelwatch.agent.fault.RetestResult;
import io.panelwatch.agent.fault.Retired;
import io.panelwatch.agent.fault.Severity;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Stamp;
import io.panelwatch.agent.fault.Standing;
import io.panelwatch.agent.fault.Text;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.lifecycle.Arrangements;
import io.panelwatch.agent.fault.lifecycle.Checkpoint;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.fault.lifecycle.Recollection;
import io.panelwatch.agent.fault.lifecycle.Resumed;
import io.panelwatch.agent.health.Quality;
import io.panelwatch.agent.health.Quantity;
import io.panelwatch.agent.health.Reading;
import io.panelwatch.hal.contract.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class FaultRoundTripTest {

  private static FaultStore store;

  @BeforeContainer
  static void open() throws IOException {
    Path folder = Files.createTempDirectory("round-trip");
    folder.toFile().deleteOnExit();
    store = FaultStore.open(folder, new ManualClock());
  }

  @AfterContainer
  static void close() {
    store.close();
  }

  @Property(tries = 300)
  void everyFieldOfAFaultComesBackAsItWentIn(@ForAll long seed) {
    Fault fault = new Any(seed).fault();

    store.commit(List.of(TestFaults.told(FaultTransition.Kind.RAISED, fault)), new PlaceEncoder());

    assertEquals(fault, store.history(1).getFirst());
  }

  @Property(tries = 100)
  void whatATransitionChangesComesBackAsWell(@ForAll long seed) {
    var any = new Any(seed);
    Fault raised = any.fault();
    Fault other = any.fault();
    var level =
        new Level(
            Level.Side.HIGH,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            other.severity(),
            other.publicImpact());
    Fault updated =
        raised.updated(
            other.last(),
            level,
            other.limit(),
            other.suppressedBy(),
            any.standing(raised.code(), raised.component()));

    store.commit(
        List.of(
            TestFaults.told(FaultTransition.Kind.RAISED, raised),
            TestFaults.told(FaultTransition.Kind.UPDATED, updated)),
        new PlaceEncoder());

    assertEquals(updated, store.history(1).getFirst());
  }

  @Property(tries = 30)
  void whatAnAgentGoesOnWithComesBackAsWell(@ForAll long seed) throws IOException {
    var any = new Any(seed);
    Fault fault = active(any);
    var arrangements =
        new Arrangements(
            List.of(any.shelf("A", any.text()), any.shelf("B", any.text())),
            any.maybe(any::visit),
            List.of(any.retired(FaultType.COOLING), any.retired(FaultType.STORAGE)));
    var clean = Duration.ofMillis(any.random.nextInt(Integer.MAX_VALUE));
    var quiet = Duration.ofMillis(any.random.nextInt(Integer.MAX_VALUE));
    DtcEntry older = any.entry();
    DtcEntry entry = any.entry();
    Path folder = Files.createTempDirectory("recollection");
    folder.toFile().deleteOnExit();

    try (var first = FaultStore.open(folder, new ManualClock())) {
      first.commit(
          List.of(TestFaults.told(FaultTransition.Kind.RAISED, fault)), new PlaceEncoder());
      first.commit(
          new Batch(
              List.of(),
              List.of(new Checkpoint(fault.faultId(), clean, quiet)),
              List.of(older, entry),
              Optional.of(arrangements)),
          new PlaceEncoder());
    }
    try (var second = FaultStore.open(folder, new ManualClock())) {
      assertEquals(
          new Recollection(List.of(new Resumed(fault, clean, quiet)), List.of(entry), arrangements),
          second.recollection());
    }
  }

  private static Fault active(Any any) {
    return Stream.generate(any::fault).filter(Fault::active).findFirst().orElseThrow();
  }

  /** Any value of each type, extremes more often than chance would. */
  private record Any(Random random) {
    Any(long seed) {
      this(new Random(seed));
    }

    Fault fault() {
      String code = "TMP-" + random.nextInt(999);
      String component = text();
      return new Fault(
          UUID.randomUUID().toString(),
          random.nextInt(),
          code,
          component,
          text(),
          of(Severity.values()),
          of(FaultKind.values()),
          of(Ne107.values()),
          of(PublicImpact.values()),
          new Text(text(), text()),
          many(4, () -> new Text(text(), text())),
          new Text(text(), text()),
          random.nextBoolean(),
          random.nextBoolean() ? Optional.of(text()) : Optional.empty(),
          standing(code, component),
          instant(),
          instant(),
          random.nextBoolean() ? Optional.of(instant()) : Optional.empty(),
          random.nextBoolean(),
          text(),
          random.nextLong(),
          new Occurrence(
              random.nextInt(),
              random.nextInt(),
              random.nextInt(),
              new DtcStatus(text(), random.nextBoolean(), random.nextBoolean())),
          new Limit(number(), text(), number(), number(), duration(), duration()),
          new FreezeFrame(
              many(5, () -> new FreezeFrame.Before(instant(), reading())), many(5, this::reading)),
          text(),
          random.nextBoolean());
    }

    Standing standing(String code, String component) {
      return new Standing(
          random.nextBoolean(),
          random.nextBoolean(),
          maybe(() -> new Acknowledged(actor(), stamp())),
          maybe(() -> shelf(code, component)),
          maybe(this::text),
          maybe(
              () ->
                  new Resolution(
                      actor(),
                      maybe(this::stamp),
                      text(),
                      text(),
                      random.nextBoolean(),
                      random.nextBoolean())));
    }

    Shelf shelf(String code, String component) {
      return new Shelf(code, component, stamp(), maybe(this::duration), actor());
    }

    Visit visit() {
      var retests = new TreeMap<String, RetestResult>();
      many(3, this::text).forEach(id -> retests.put(id, of(RetestResult.values())));
      return new Visit(
          text(),
          stamp(),
          random.nextBoolean(),
          many(3, () -> new Visit.Work(text(), text(), text())),
          retests,
          actor());
    }

    Retired retired(FaultType type) {
      return new Retired(type, text(), stamp(), actor());
    }

    /** Of one code on one component, so that the later takes the place of the earlier. */
    DtcEntry entry() {
      return new DtcEntry(
          "FAN-201",
          "fan1",
          random.nextInt(),
          random.nextInt(),
          text(),
          random.nextInt(),
          new DtcEntry.Cycle(text(), random.nextLong(), random.nextBoolean(), random.nextBoolean()),
          random.nextBoolean(),
          random.nextBoolean());
    }

    private Actor actor() {
      return new Actor(of(Actor.Kind.values()), text());
    }

    private Stamp stamp() {
      return new Stamp(instant(), random.nextBoolean(), text(), random.nextLong());
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
      return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private Reading reading() {
      return new Reading(
          of(Quantity.values()), text(), number(), of(Quality.values()), random.nextInt(), text());
    }

    private OptionalDouble number() {
      return switch (random.nextInt(5)) {
        case 0 -> OptionalDouble.empty();
        case 1 -> OptionalDouble.of(Double.MIN_VALUE);
        case 2 -> OptionalDouble.of(-Double.MAX_VALUE);
        case 3 -> OptionalDouble.of(random.nextInt(100));
        default -> OptionalDouble.of(random.nextGaussian() * 1e6);
      };
    }

    private Instant instant() {
      return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private Duration duration() {
      return Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private String text() {
      List<String> odd = List.of("", "风扇1 已停转", "O'Reilly \"x\"; DROP", "\u0001\n\t", "😀");
      int pick = random.nextInt(odd.size() + 1);
      return pick < odd.size() ? odd.get(pick) : Long.toString(random.nextLong(), 36);
    }

    private <T> T of(T[] values) {
      return values[random.nextInt(values.length)];
    }

    private <T> List<T> many(int most, Supplier<T> each) {
      var list = new ArrayList<T>();
      for (int i = random.nextInt(most + 1); i > 0; i--) {
        list.add(each.get());
      }
      return list;
    }
  }
}
