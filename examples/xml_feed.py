"""An agency's XML feed as a table: a line for each story and for each event in it, and all of it as CSV.

Run it from the project's root: python examples/xml_feed.py
"""

from pathlib import Path

import diplonews as dn

FEED = Path(__file__).with_name("feed.newsml-g2.xml")
TABLES = Path("demo-output/feed")


def main() -> None:
    """Print stories and events, and write all tables of findings."""
    articles = dn.parse_articles(FEED.read_bytes())
    tables = dn.to_tables(dn.analyze_many(articles))
    events = [row for row in tables.events if not row["duplicate"] and row["dyad"] == 0]
    for article in tables.articles:
        print(f"{article['published']:%Y-%m-%d %H:%M} UTC  {article['dateline_place']}  {article['headline']}")
        for event in events:
            if event["article_number"] == article["article_number"]:
                parties = f"{event['actor_iso']} > {event['recipient_iso'] or '-'}"
                print(f"    {event['date_first'] or '-'!s:10}  {parties}  {event['type']}, {event['status']}")
    path = tables.write(TABLES, format="csv", overwrite=True)
    print(f"{len(tables.articles)} stories, {len(events)} events: {path}/events.csv")


if __name__ == "__main__":
    main()
