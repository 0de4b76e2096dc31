package io.panelwatch.agent.probe;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.panelwatch.agent.fault.Fault;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Knows what became of the faults of one test: a parameter of those that {@link RaisesAndClears}.
 */
public final class Witness {

  private final Set<String> raisedAndCleared = new TreeSet<>();

  /**
   * What a run has told, or stored. A fault is born when it is confirmed, so that one that is over
   * was raised and cleared.
   */
  public void saw(Collection<Fault> faults) {
    faults.stream()
        .filter(fault -> fault.cleared().isPresent())
        .map(Fault::code)
        .forEach(raisedAndCleared::add);
  }

  /** Gives a test its witness, and asks that afterwards. */
  static final class Extension implements ParameterResolver, AfterTestExecutionCallback {

    private static final ExtensionContext.Namespace OWN =
        ExtensionContext.Namespace.create(Witness.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == Witness.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return of(test);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
      String code = test.getRequiredTestMethod().getAnnotation(RaisesAndClears.class).value();
      Set<String> seen = of(test).raisedAndCleared;
      assertTrue(
          test.getExecutionException().isPresent() || seen.contains(code),
          () -> code + " is to be raised and cleared, and that became of " + seen);
    }

    private static Witness of(ExtensionContext test) {
      return test.getStore(OWN)
          .computeIfAbsent(Witness.class, type -> new Witness(), Witness.class);
    }
  }
}
