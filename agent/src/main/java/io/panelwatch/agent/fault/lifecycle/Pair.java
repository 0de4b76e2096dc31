package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Shelf;

/** One code on one component: what an alarm is of, whatever its episodes. */
record Pair(String code, String component) {

  static Pair of(Fault fault) {
    return new Pair(fault.code(), fault.component());
  }

  static Pair of(Shelf shelf) {
    return new Pair(shelf.code(), shelf.component());
  }
}
