package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Alarm;
import java.util.List;

/**
 * What became of something that the store was to keep.
 *
 * @param durable whether it outlives the program; else it is in memory, and is taken into the
 *     database when the storage works again
 * @param alarms those of its transitions by which somebody is called
 */
public record Kept(boolean durable, List<Alarm> alarms) {}
