"""Reports as administrative documents by Decree 30/2020/NĐ-CP, in Word."""
