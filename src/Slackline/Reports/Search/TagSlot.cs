namespace Slackline.Reports.Search;

/// <summary>The place of a tag's paths among those of a <see cref="TagGroup"/>.</summary>
/// <param name="Slot">The place.</param>
/// <param name="Tag">The tag.</param>
public sealed record TagSlot(int Slot, SearchTag Tag);
