"""A Spark job over a Parquet file of articles, on a cluster of two workers in processes of their own.

    python job.py ARTICLES OUTPUT STATE

While it runs, the file STATE says how many of its tasks are done.
"""

import sys
import threading
import time
from pathlib import Path

from pyspark.sql import SparkSession

from diplonews.spark import analyze_batches

TASKS = 8


def tell(context, state):
    """Write how many tasks of the stage with `TASKS` tasks are done, until the job ends."""
    tracker = context.statusTracker()
    while True:
        for number in tracker.getActiveStageIds():
            stage = tracker.getStageInfo(number)
            if stage is not None and stage.numTasks == TASKS:
                partial = state.with_suffix(".partial")
                partial.write_text(str(stage.numCompletedTasks))
                partial.replace(state)
        time.sleep(0.05)


def main(articles, output, state):
    """Events and errors of all articles."""
    spark = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "Asia/Tokyo")
        .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")  # else the files do not say that it is UTC
        .getOrCreate()
    )
    threading.Thread(target=tell, args=(spark.sparkContext, state), daemon=True).start()
    news = spark.read.parquet(articles).repartition(TASKS, "id")
    analyze_batches(news).write.parquet(output)
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
