package io.panelwatch.hal;

/**
 * How the board came to run, as far as whoever watches it remembers.
 *
 * @param uncleanStarts how often it has started without having been shut down, as far back as a
 *     day; absent where the board cannot tell one start from the next
 * @param foundSecondsAgo how long ago this start was found to be such a one; absent where it is not
 */
public record BoardStarts(
    String component, String source, Measured uncleanStarts, Measured foundSecondsAgo)
    implements Sample {}
