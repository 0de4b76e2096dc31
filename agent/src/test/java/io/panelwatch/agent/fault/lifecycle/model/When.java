package io.panelwatch.agent.fault.lifecycle.model;

/**
 * A moment as it is told: by the wall clock, which may be wrong, and by what the board has counted
 * since it was switched on, which is not.
 *
 * @param wall the second that the wall clock shows; 0 where the story begins
 * @param trusted whether that may be believed
 * @param boot how often the board was switched on by then
 * @param uptime for how many seconds it had been up
 */
public record When(long wall, boolean trusted, int boot, long uptime) {

  /**
   * Whether so many seconds have passed since: the board was up for so long, in a later boot not
   * counting what was before that; or the wall clock says so, where it was to be believed both
   * times.
   */
  boolean passed(int seconds, When now) {
    long up = now.boot == boot ? now.uptime - uptime : now.uptime;
    return up >= seconds || (trusted && now.trusted && now.wall - wall >= seconds);
  }
}
