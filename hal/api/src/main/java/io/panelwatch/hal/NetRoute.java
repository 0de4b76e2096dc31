package io.panelwatch.hal;

/**
 * The ways out of the board: its default routes ({@code /proc/net/route}, {@code ipv6_route}).
 *
 * @param defaultRoutes how many usable default routes there are, of IPv4 and IPv6 together
 */
public record NetRoute(String component, String source, Measured defaultRoutes) implements Sample {}
