package io.panelwatch.hal;

/**
 * A file of certificates that somebody relies on ({@link WatchList#certificates}).
 *
 * @param component what it is for: {@code client}
 * @param daysLeft until the first of them is over, negative afterwards; not known while the wall
 *     clock is not trusted
 */
public record Certificate(String component, String source, Measured daysLeft) implements Sample {}
