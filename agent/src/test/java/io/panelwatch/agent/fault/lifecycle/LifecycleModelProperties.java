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
import java.util.function.Supplier;
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

  /** A story about one fault that is raised and cleared has no more events than that. */
  private static final int SHORT = 6;

  @Provide
  Arbitrary<List<Event>> stories() {
    return Stories.all();
  }

  @Property
  @AddLifecycleHook(InShort.class)
  void anyStoryGoesAsTheModelSays(@ForAll("stories") List<Event> story) {
    assertEquals(Optional.empty(), difference(story, ScriptedLifecycle::new));
  }

  @Property
  @AddLifecycleHook(FoundInShort.class)
  void sensorThatCountsAsHealthyWhileItIsUnreadableIsFoundOut(
      @ForAll("stories") List<Event> story) {
    assertEquals(Optional.empty(), difference(story, Careless::new));
  }

  /** The first event after which machine and model differ, and how. */
  private static Optional<String> difference(List<Event> story, Supplier<Machine> started) {
    var model = new ReferenceModel();
    Machine machine = started.get();
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
  static final class InShort implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext property, PropertyExecutor executor) {
      property.attributes().setTries(TRIES);
      property.attributes().setSeed(Long.toString(SEED));
      PropertyExecutionResult result = executor.execute();
      return failed(result)
          .map(story -> result.mapToFailed(inShort(story, ScriptedLifecycle::new)))
          .orElse(result);
    }

    private static String inShort(List<Event> story, Supplier<Machine> started) {
      List<Event> shortest = shortest(story, started);
      return "-Dpanelwatch.seed=%d tells the story%n  %s%n%s"
          .formatted(SEED, shortest, difference(shortest, started).orElseThrow());
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
      List<Event> shortest = shortest(story, Careless::new);
      assertTrue(shortest.size() <= SHORT, () -> "too long: " + shortest);
      return result.mapToSuccessful();
    }
  }

  private static List<Event> shortest(List<Event> story, Supplier<Machine> started) {
    return Shortest.of(story, shorter -> difference(shorter, started).isPresent());
  }

  /** The story of a property that did not hold, as far as jqwik has shrunk it. */
  @SuppressWarnings("unchecked") // The only parameter of both properties.
  private static Optional<List<Event>> failed(PropertyExecutionResult result) {
    return result.status() == PropertyExecutionResult.Status.SUCCESSFUL
        ? Optional.empty()
        : result.falsifiedParameters().map(parameters -> (List<Event>) parameters.getFirst());
  }
}
