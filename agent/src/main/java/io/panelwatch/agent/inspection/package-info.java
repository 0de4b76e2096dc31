/**
 * What a person looks at from time to time, because no sensor sees it.
 *
 * <p>Begin at {@link io.panelwatch.agent.inspection.Inspections}: of the schedule of {@code
 * [inspection]}, of what was looked at and when ({@link
 * io.panelwatch.agent.inspection.InspectionRecord}, kept in the store), of the hours that the agent
 * has run and of the wear that is known, it says when each item is due: {@link
 * io.panelwatch.agent.inspection.InspectionDue} has the rule. Nothing here is stored or raised.
 */
@NullMarked
package io.panelwatch.agent.inspection;

import org.jspecify.annotations.NullMarked;
