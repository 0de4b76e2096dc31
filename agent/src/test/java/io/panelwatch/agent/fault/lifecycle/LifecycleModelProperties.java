package io.panelwatch.agent.fault.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.lifecycle.model.Answer;
import io.panelwatch.agent.fault.lifecycle.model.Event;
import io.panelwatch.agent.fault.lifecycle.model.Machine;
import io.panelwatch.agent.fault.lifecycle.model.ReferenceModel;
import io.panelwatch.agent.fault.lifecycle.model.Shortest;
import io.panelwatch.agent.fault.lifecycle.model.Sight;
import io.panelwatch.agent.fault.lifecycle.model.Stories;
import io.panelwatch.agent.fault.lifecycle.model.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Whatever happens, the lifecycle does what {@link ReferenceModel} does. {@code
 * -Dpanelwatch.tries=100000} tells as many stories, {@code -Dpanelwatch.seed} others. A story that
 * goes otherwise is told in its shortest form, as the Java that tells it again.
 */
final class LifecycleModelProperties {

  private static final int TRIES = Integer.getInteger("panelwatch.tries", 2_000);
  private static final long SEED = Long.getLong("panelwatch.seed", 20_261_122L);

  /** A database takes a few hundred times as long as what is kept in memory. */
  private static final int TRIES_WITH_DATABASE = Math.max(10, TRIES / 1_000);

  /**
   * A story about one fault has no more events than that: it takes 18 until one is held because it
   * comes and goes too often.
   */
  private static final int SHORT = 24;

  @Provide
  Arbitrary<List<Event>> stories() {
    return Stories.all();
  }

  @Property
  @AddLifecycleHook(InShort.class)
  void anyStoryGoesAsTheModelSays(@ForAll("stories") List<Event> story) {
    assertEquals(Optional.empty(), lived(story));
  }

  @Property
  @AddLifecycleHook(InShortWithDatabase.class)
  void anyStoryGoesAsTheModelSaysWhereTheDatabaseIsAllThatIsKept(
      @ForAll("stories") List<Event> story) {
    assertEquals(Optional.empty(), livedWithDatabase(story));
  }

  @Property
  @AddLifecycleHook(FoundInShort.class)
  void sensorThatCountsAsHealthyWhileItIsUnreadableIsFoundOut(
      @ForAll("stories") List<Event> story) {
    assertEquals(Optional.empty(), livedCarelessly(story));
  }

  private static Optional<String> lived(List<Event> story) {
    return difference(story, new ScriptedLifecycle());
  }

  private static Optional<String> livedCarelessly(List<Event> story) {
    return difference(story, new Careless());
  }

  private static Optional<String> livedWithDatabase(List<Event> story) {
    try (var folder = ScratchFolder.made();
        var store = new StoreInFolder(folder.path())) {
      return difference(story, new ScriptedLifecycle(store));
    }
  }

  /** The first event after which machine and model differ, and how. */
  private static Optional<String> difference(List<Event> story, Machine machine) {
    var model = new ReferenceModel();
    for (int i = 0; i < story.size(); i++) {
      Answer expected = model.after(story.get(i));
      Answer answer = machine.after(story.get(i));
      if (!answer.equals(expected)) {
        return Optional.of(
            "after event %d, %s%nexpected:%n%s%nbut was:%n%s"
                .formatted(i + 1, story.get(i), expected, answer));
      }
    }
    return Optional.empty();
  }

  /** Broken on purpose: to it, a sensor that cannot be read is a healthy one. */
  private static final class Careless implements Machine {
    private final Machine lifecycle = new ScriptedLifecycle();

    @Override
    public Answer after(Event event) {
      return lifecycle.after(
          event instanceof Event.Show(Subject subject, Sight sight) && sight == Sight.UNKNOWN
              ? new Event.Show(subject, Sight.WELL)
              : event);
    }
  }

  /** Tells as many stories as the command line says, and one that fails in its shortest form. */
  static class InShort implements AroundPropertyHook {
    private final int tries;
    private final Function<List<Event>, Optional<String>> difference;

    InShort() {
      this(TRIES, LifecycleModelProperties::lived);
    }

    InShort(int tries, Function<List<Event>, Optional<String>> difference) {
      this.tries = tries;
      this.difference = difference;
    }

    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext property, PropertyExecutor executor) {
      property.attributes().setTries(tries);
      property.attributes().setSeed(Long.toString(SEED));
      PropertyExecutionResult result = executor.execute();
      return failed(result).map(story -> result.mapToFailed(inShort(story))).orElse(result);
    }

    private String inShort(List<Event> story) {
      List<Event> shortest = shortest(story, difference);
      return "-Dpanelwatch.seed=%d tells the story%n  %s%n%s"
          .formatted(SEED, shortest, difference.apply(shortest).orElseThrow());
    }
  }

  /** The same of fewer stories. */
  static final class InShortWithDatabase extends InShort {
    InShortWithDatabase() {
      super(TRIES_WITH_DATABASE, LifecycleModelProperties::livedWithDatabase);
    }
  }

  /** Succeeds where a story has failed that can be told in a few events. */
  static final class FoundInShort implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext property, PropertyExecutor executor) {
      property.attributes().setTries(TRIES);
      PropertyExecutionResult result = executor.execute();
      List<Event> story = failed(result).orElseThrow(() -> new AssertionError("nothing was found"));
      List<Event> shortest = shortest(story, LifecycleModelProperties::livedCarelessly);
      assertTrue(shortest.size() <= SHORT, () -> "too long: " + shortest);
      return result.mapToSuccessful();
    }
  }

  private static List<Event> shortest(
      List<Event> story, Function<List<Event>, Optional<String>> difference) {
    return Shortest.of(story, shorter -> difference.apply(shorter).isPresent());
  }

  /** The story of a property that did not hold, as far as jqwik has shrunk it. */
  @SuppressWarnings("unchecked") // The only parameter of each property.
  private static Optional<List<Event>> failed(PropertyExecutionResult result) {
    return result.status() == PropertyExecutionResult.Status.SUCCESSFUL
        ? Optional.empty()
        : result.falsifiedParameters().map(parameters -> (List<Event>) parameters.getFirst());
  }
}
