package io.panelwatch.agent.fault.lifecycle.model;

/**
 * What is remembered of a subject when something is told of it. Of one that has aged nothing else
 * is.
 *
 * @param clean how many boots or days were clean since it failed, 40 at most
 * @param judged whether a look of this boot could tell anything of it
 * @param failed whether it was a fault after a look of this boot
 */
public record Status(int clean, boolean judged, boolean failed) {

  /** Of a drill nothing is remembered. */
  public static final Status OF_DRILL = new Status(0, false, false);

  public Status {
    boolean aged = clean == Memory.AGED;
    judged = judged && !aged;
    failed = failed && !aged;
  }
}
